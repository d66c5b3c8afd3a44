import type { Day } from '#kit/date.ts'
import type { ProgressReport } from './progress-report.ts'

/**
 * How many pieces of evidence an activity has, and which of them wait or were sent back: by id, since a piece that
 * serves several activities is still one to be looked at.
 */
export type EvidenceCount = { all: number; verified: number; waiting: string[]; sentBack: string[] }

/** An activity of an agreed plan as far as progress goes. */
export type ProgressLine = {
  projectId: string
  lineId: string
  endsOn: Day | null
  latest: ProgressReport | null
  evidence: EvidenceCount
}

/** What the summary takes of it: no words of a report. */
export type SummedLine = Omit<ProgressLine, 'latest'> & {
  latest: Pick<ProgressReport, 'percent' | 'state' | 'reportedAt'> | null
}

/**
 * Persentase proyek: the mean of its activities, of which one without a report counts as nothing. It is rounded down,
 * so that 100 means that every activity is done. Null where there is no activity.
 */
export function percentOf(percents: readonly number[]): number | null {
  if (percents.length === 0) return null
  return Math.floor(percents.reduce((sum, percent) => sum + percent, 0) / percents.length)
}

/** Whether an activity is late: its last day has passed in the agency's zone, and it is not yet done. */
export const isLate = (percent: number, endsOn: Day | null, today: Day): boolean =>
  percent < 100 && endsOn !== null && endsOn < today

/** How a project stands, as lists show it. */
export type ProgressSummary = {
  projectId: string
  percent: number | null
  late: number
  /** Latest reports and evidence that nobody has looked at. */
  waiting: number
  /** The same, sent back and not yet answered by something newer. */
  sentBack: number
  lastReportedAt: Date | null
}

/** The summary of one project from all of its lines. */
export function summaryOf(projectId: string, lines: readonly SummedLine[], today: Day): ProgressSummary {
  const own = lines.filter((line) => line.projectId === projectId)
  const reports = (state: ProgressReport['state']) => own.filter(({ latest }) => latest?.state === state).length
  const pieces = (which: 'waiting' | 'sentBack') => new Set(own.flatMap(({ evidence }) => evidence[which])).size
  const times = own.flatMap(({ latest }) => (latest ? [latest.reportedAt.getTime()] : []))
  return {
    projectId,
    percent: percentOf(own.map(({ latest }) => latest?.percent ?? 0)),
    late: own.filter(({ latest, endsOn }) => isLate(latest?.percent ?? 0, endsOn, today)).length,
    waiting: reports('reported') + pieces('waiting'),
    sentBack: reports('returned') + pieces('sentBack'),
    lastReportedAt: times.length === 0 ? null : new Date(Math.max(...times)),
  }
}
