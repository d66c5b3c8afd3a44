import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { ProgressSummary } from '#progress'
import { type ProjectRow, titleOf } from '#project'
import type { Waiting } from './tasks.ts'

/**
 * What waits for the actor in the progress of these projects: one line for the secretariat, one for each own project.
 * Of a project that is over nothing can be mended or judged any more.
 */
export function progressWaiting(actor: Actor, all: ProjectRow[], progress: Map<string, ProgressSummary>): Waiting[] {
  const rows = all.filter(({ state }) => state === 'running' || state === 'finished')
  const own = rows.filter(({ seatId }) => stands(actor, 'agent', seatId)).flatMap((row) => ownWaiting(row, progress))
  const waiting = rows.filter((row) => (progress.get(row.id)?.waiting ?? 0) > 0 && !stands(actor, 'agent', row.seatId))
  if (!runsProgramme(actor) || waiting.length === 0) return own
  const count = waiting.reduce((sum, row) => sum + (progress.get(row.id)?.waiting ?? 0), 0)
  const title = `Verifikasi ${count} laporan dan eviden`
  return [...own, { title, path: '/laporan', note: `Dari ${waiting.length} proyek`, due: null }]
}

/** What an agent still has to do about the progress of the own project: what came back, and what is past its day. */
function ownWaiting(row: ProjectRow, progress: Map<string, ProgressSummary>): Waiting[] {
  const { sentBack = 0, late = 0 } = progress.get(row.id) ?? {}
  const path = `/proyek/${row.code}/laporan`
  const back = `Perbaiki ${sentBack} laporan atau eviden yang dikembalikan: ${titleOf(row)}`
  const behind = `Selesaikan ${late} kegiatan yang lewat batas: ${titleOf(row)}`
  return [
    ...(sentBack > 0 ? [{ title: back, path, note: 'Baca catatan sekretariat', due: null }] : []),
    ...(late > 0 && row.state === 'running'
      ? [{ title: behind, path, note: 'Laporkan kemajuannya atau hambatannya', due: null }]
      : []),
  ]
}
