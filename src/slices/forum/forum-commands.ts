import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Day, type Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { endStandingsOn, findPerson, listStandingsOn, startStanding } from '#people'
import { holdProgramme } from '#programme'
import { chairObstacle } from './forum.ts'
import { findForum, findForumOf, saveNewForum } from './forum-store.ts'
import { forumPolicy, mayOpenForum } from './policy.ts'

type NewForum = { id: string; programmeId: string; personId: string; fromOn: Day }

/** Opens the forum of a programme under its first chair. Posted twice it is opened once. */
export const openForum = (db: Db, actor: Actor, { id, programmeId, personId, fromOn }: NewForum, { now }: Moment) =>
  transact(db, async (tx) => {
    if (!mayOpenForum(actor)) throw forbidden()
    if (!(await holdProgramme(tx, programmeId))) throw notFound()
    const before = await findForumOf(tx, programmeId)
    if (before?.id === id) return
    if (before) throw conflict('Program ini sudah mempunyai forum.')
    await saveNewForum(tx, { id, programmeId })
    await seatChair(tx, id, personId, fromOn)
    await record(tx, actor, { event: 'forum.opened', thing: { kind: 'forum', id }, details: { personId, fromOn } }, now)
  })

/** Another chair from a day on; the former one serves until the day before. */
export const nameChair = (
  db: Db,
  actor: Actor,
  forumId: string,
  { personId, fromOn }: { personId: string; fromOn: Day },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const forum = await findForum(tx, forumId)
    authorize(forumPolicy, actor, 'nameChair', forum)
    await holdProgramme(tx, forum.programmeId)
    const [current] = await listStandingsOn(tx, 'chair', forumId)
    const obstacle = chairObstacle(current, fromOn)
    if (obstacle !== null) throw conflict(obstacle)
    await endStandingsOn(tx, 'chair', forumId, addDays(fromOn, -1))
    await seatChair(tx, forumId, personId, fromOn)
    const thing = { kind: 'forum' as const, id: forumId }
    await record(tx, actor, { event: 'forum.chair-named', thing, details: { personId, fromOn } }, now)
  })

async function seatChair(tx: Tx, forumId: string, personId: string, fromOn: Day): Promise<void> {
  if (!(await findPerson(tx, personId))) throw conflict('Pilih pegawai yang ada.')
  await startStanding(tx, { personId, relation: 'chair', thing: { kind: 'forum', id: forumId }, fromOn })
}
