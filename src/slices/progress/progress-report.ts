import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'

export type ProgressState = 'reported' | 'verified' | 'returned'

/** Laporan kemajuan: what was said of one activity at one time. It is never changed; the next one is another row. */
export type ProgressReport = {
  agencyId: string
  id: string
  projectId: string
  /** The activity by its line: the same in every version of the plan. */
  lineId: string
  percent: number
  /** The indicator so far, a decimal in text. */
  value: string | null
  note: string
  obstacle: string
  solution: string
  state: ProgressState
  reportedAt: Date
  accountId: string
  personId: string | null
  onBehalfOf: string | null
  decidedAt: Date | null
  decidedBy: string | null
  /** Why it was sent back. */
  remark: string
}

/** By which account something is decided, and when. */
export type Decision = { by: string; at: Date }

export type ReportAct = 'verify' | 'sendBack'

/** The whole life of a report. Whoever verified or sent back by mistake can do the other. */
export const reportLife: Record<ReportAct, { from: ProgressState[]; to: ProgressState }> = {
  verify: { from: ['reported', 'returned'], to: 'verified' },
  sendBack: { from: ['reported', 'verified'], to: 'returned' },
}

const refusals: Record<ReportAct, string> = {
  verify: 'Laporan ini sudah diverifikasi.',
  sendBack: 'Laporan ini sudah dikembalikan.',
}

/** Whether the act may be done to a report in this state. */
export const reportAllows = (state: ProgressState, act: ReportAct): boolean => reportLife[act].from.includes(state)

/** The report after it was looked at. Throws a conflict where its life does not allow the act. */
export function decideReport(
  report: ProgressReport,
  act: ReportAct,
  { by, at }: Decision,
  remark = '',
): ProgressReport {
  if (!reportAllows(report.state, act)) throw conflict(refusals[act])
  return { ...report, state: reportLife[act].to, decidedAt: at, decidedBy: by, remark }
}

/** Only the latest report of an activity counts, so only that one is verified or sent back. */
export function refuseSuperseded(report: Pick<ProgressReport, 'id'>, latestId: string): void {
  if (report.id !== latestId)
    throw conflict('Sudah ada laporan yang lebih baru untuk kegiatan ini. Periksa yang terbaru.')
}

/** Why nothing can be reported of a project now; null when it can. Reporting needs nobody's leave while it runs. */
export function reportObstacle({ state }: { state: string }, hasBaseline: boolean): string | null {
  if (!hasBaseline) return 'Rencana belum ditetapkan, jadi kemajuannya belum dapat dilaporkan.'
  return state === 'running' ? null : 'Proyek ini tidak sedang berjalan, jadi kemajuannya tidak dapat dilaporkan.'
}

/** What is wrong with the day that evidence proves; null when nothing is. */
export function provingDayError(day: Day | null, hasEvidence: boolean, today: Day): string | null {
  if (day === null) return hasEvidence ? 'Isi tanggal yang dibuktikan oleh eviden ini.' : null
  return day > today ? 'Tanggal yang dibuktikan tidak boleh setelah hari ini.' : null
}
