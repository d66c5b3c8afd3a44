import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { ProgressSummary } from '#progress'
import { type ProjectRow, titleOf } from '#project'
import type { Waiting } from './tasks.ts'

const isOwn = (actor: Actor, { seatId }: ProjectRow) => stands(actor, 'agent', seatId)
/** Of a project that is over nothing can be mended or judged any more. */
const isUnderWay = ({ state }: ProjectRow) => state === 'running' || state === 'finished'

/** The projects whose progress asks something of the actor: the own ones, and those of units that the actor heads. */
export const followedBy = (actor: Actor, rows: ProjectRow[]): ProjectRow[] =>
  rows.filter((row) => isOwn(actor, row) || stands(actor, 'head', row.unitId))

/** The projects whose reports and evidence the actor verifies: nobody verifies their own. */
export const verifiedBy = (actor: Actor, rows: ProjectRow[]): ProjectRow[] =>
  runsProgramme(actor) ? rows.filter((row) => isUnderWay(row) && !isOwn(actor, row)) : []

/** What an agent still has to do about the progress of the own projects: what came back, and what is past its day. */
export function progressWaiting(actor: Actor, rows: ProjectRow[], progress: Map<string, ProgressSummary>): Waiting[] {
  return rows.filter((row) => isUnderWay(row) && isOwn(actor, row)).flatMap((row) => ownWaiting(row, progress))
}

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

/** What waits to be verified, counted by project: one line for all. */
export function toVerify(waiting: Map<string, number>): Waiting[] {
  if (waiting.size === 0) return []
  const count = [...waiting.values()].reduce((sum, one) => sum + one, 0)
  const title = `Verifikasi ${count} laporan dan eviden`
  return [{ title, path: '/laporan', note: `Dari ${waiting.size} proyek`, due: null }]
}
