import { type FollowUpRow, type LeftBehind, mayClose } from '#follow-up'
import { type Actor, runsProgramme } from '#kit/actor.ts'
import { shortened } from '#kit/text.ts'
import { titleOf } from '#project'
import type { Waiting } from './tasks.ts'

/** Whether the hand-over of a seat may wait for the actor: only what is pending about a seat can have stayed behind. */
export const mayLeaveBehind = (actor: Actor, pending: FollowUpRow[]): boolean =>
  runsProgramme(actor) && pending.some(({ seatId }) => seatId !== null)

/** The seats whose former agents have still something to do: one line for each, for whoever runs the programme. */
export const handOversWaiting = (left: LeftBehind[]): Waiting[] =>
  [...new Map(left.map((one) => [one.seatId, one])).values()].map(({ seatId, seatNumber, ownerName }) => ({
    title: `Serah terima kedudukan ${seatNumber}`,
    path: `/kedudukan/${seatId}/serah-terima`,
    note: `${left.filter((one) => one.seatId === seatId).length} tindak lanjut masih pada ${ownerName}`,
    due: null,
  }))

/** What waits for the actor among pending follow-ups: each that is theirs to do, and one line for those to look at. */
export function followUpsWaiting(actor: Actor, rows: FollowUpRow[]): Waiting[] {
  const own = rows
    .filter(({ state, ownerId }) => state === 'open' && ownerId === actor.personId)
    .map(({ id, what, dueOn, projectCode, projectTitle }) => ({
      title: shortened(what),
      path: `/tindak-lanjut/${id}`,
      note: `Tindak lanjut${projectCode ? `: ${titleOf({ title: projectTitle ?? '' })}` : ' program'}`,
      due: dueOn,
    }))
  const done = rows.filter((row) => row.state === 'done' && mayClose(actor, row))
  const [first] = done
  if (!first) return own
  const one = { title: `Periksa tindak lanjut: ${shortened(first.what)}`, path: `/tindak-lanjut/${first.id}` }
  const many = { title: `Periksa ${done.length} tindak lanjut`, path: '/tindak-lanjut?semua=ya' }
  return [...own, { ...(done.length === 1 ? one : many), note: 'Sudah dikerjakan pemiliknya', due: null }]
}
