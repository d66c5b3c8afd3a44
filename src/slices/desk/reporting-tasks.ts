import { type Actor, stands } from '#kit/actor.ts'
import { latePeriodOf, periodInWords, type Reporting } from '#progress'
import { type ProjectRow, titleOf } from '#project'
import type { Waiting } from './tasks.ts'

/** What the periods of reporting ask of the actor: of an agent a report, of a head to know who of the unit is late. */
export function reportsWaiting(actor: Actor, rows: ProjectRow[], reporting: Reporting): Waiting[] {
  const own = rows.filter(({ seatId }) => stands(actor, 'agent', seatId))
  const late = rows.filter((row) => stands(actor, 'head', row.unitId) && latePeriodOf(reporting, row.id) !== null)
  return [...own.flatMap((row) => ownReport(row, reporting)), ...lateAgents(late, reporting)]
}

/** The period that is late, else the one that is reported now. */
function ownReport(row: ProjectRow, reporting: Reporting): Waiting[] {
  const { present, standingOf } = reporting
  const open = present && standingOf(row.id, present).state === 'open' ? present : null
  const period = latePeriodOf(reporting, row.id) ?? open
  if (period === null || row.state !== 'running') return []
  const { lacking } = standingOf(row.id, period)
  const title = `Laporkan kemajuan ${periodInWords(period)}: ${titleOf(row)}`
  const note = `${lacking.length} kegiatan belum dilaporkan`
  return [{ title, path: `/proyek/${row.code}/laporan`, note, due: period.dueOn }]
}

function lateAgents(rows: ProjectRow[], { closed }: Reporting): Waiting[] {
  if (closed === null || rows.length === 0) return []
  const names = rows.map(({ agentName, unitName }) => agentName ?? unitName).join(', ')
  const path = `/laporan?periode=${closed.code}`
  return [{ title: `Agen yang terlambat melapor: ${names}`, path, note: periodInWords(closed), due: closed.dueOn }]
}
