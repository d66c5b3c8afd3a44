import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { ProgressSummary } from '#progress'
import { type ProjectRow, titleOf } from '#project'
import type { Waiting } from './tasks.ts'

/** What waits for the actor in the progress of these projects: one line for the secretariat, one for each own project. */
export function progressWaiting(actor: Actor, rows: ProjectRow[], progress: Map<string, ProgressSummary>): Waiting[] {
  const own = rows.flatMap((row) => {
    const count = stands(actor, 'agent', row.seatId) ? (progress.get(row.id)?.sentBack ?? 0) : 0
    if (count === 0) return []
    const title = `Perbaiki ${count} laporan atau eviden yang dikembalikan: ${titleOf(row)}`
    return [{ title, path: `/proyek/${row.code}/laporan`, note: 'Baca catatan sekretariat', due: null }]
  })
  const waiting = rows.filter((row) => (progress.get(row.id)?.waiting ?? 0) > 0 && !stands(actor, 'agent', row.seatId))
  if (!runsProgramme(actor) || waiting.length === 0) return own
  const count = waiting.reduce((sum, row) => sum + (progress.get(row.id)?.waiting ?? 0), 0)
  const title = `Verifikasi ${count} laporan dan eviden`
  return [...own, { title, path: '/laporan', note: `Dari ${waiting.length} proyek`, due: null }]
}
