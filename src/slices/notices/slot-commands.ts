import { type Database, type Db, forAgency, type Tx, transact } from '#db'
import type { Entry } from '#journal'
import { weekdayInWords } from '#kit/date.ts'
import { invitedTo, listBegun, slotsMissedBy } from '#presentation'
import { titleOf } from '#project'
import { isAuthor, person, tell, tellStep } from './commands.ts'
import {
  holdWaiting,
  listEntriesById,
  listGathering,
  listLastOf,
  listWaiting,
  removeGathered,
  saveGathered,
  saveTold,
} from './gathered-store.ts'
import { isAtRest, netChanges, restBefore, type SlotChange, saidOf } from './gathering.ts'
import { textIn } from './letter-view.ts'
import { missedWords, slotWords, type ToldChange } from './slot-said.ts'
import { findZone, listSecretariat, listToldNames } from './store.ts'

const kinds: Record<string, SlotChange['kind']> = {
  'presentation.scheduled': 'scheduled',
  'presentation.moved': 'moved',
  'presentation.cancelled': 'cancelled',
}

/** What is told once a schedule has come to rest. */
export const slotEvents = Object.keys(kinds)

/** Keeps for everybody who is invited to a slot what became of it: they are told of all of it at once. */
export async function gatherSlot(db: Db, entry: Entry, now: Date): Promise<void> {
  const { projectId, heldOn } = entry.details
  const invited = typeof projectId === 'string' ? await invitedTo(db, projectId, String(heldOn)) : undefined
  const personIds = (invited?.personIds ?? []).filter((id) => !isAuthor(entry, person(id)))
  await transact(db, (tx) => saveGathered(tx, entry.id, personIds, now))
}

/** Tells in every agency of schedules that have come to rest. */
export async function tellOfSchedules(database: Database, now: Date): Promise<void> {
  const failures: unknown[] = []
  for (const agencyId of await listGathering(database, restBefore(now)))
    await tellOfSlots(forAgency(database, agencyId), now).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `schedules of ${failures.length} agencies were not told`)
}

/** Tells everybody for whom nothing changed for a while where the slots of their projects are now, each once. */
export async function tellOfSlots(db: Db, now: Date): Promise<void> {
  for (const { personId, notedAt } of await listWaiting(db))
    if (isAtRest(notedAt, now)) await transact(db, (tx) => tellPerson(tx, personId, now))
}

async function tellPerson(tx: Tx, personId: string, now: Date): Promise<void> {
  const entries = await listEntriesById(tx, await holdWaiting(tx, personId))
  const changes = netChanges(entries.flatMap(changeOf))
  const slotIds = changes.map(({ presentationId }) => presentationId)
  const last = await listLastOf(tx, slotIds, slotEvents)
  const begun = await listBegun(tx, slotIds)
  const projectIds = new Map(entries.map(({ id, details }) => [id, textIn(details.projectId)]))
  const projects = await listToldNames(tx, [...projectIds.values()])
  // What changed again since is told by that: this one came late, or was answered once more. Of what was begun or decided
  // meanwhile nobody needs the hour.
  const isNews = ({ entryId, presentationId }: SlotChange) => last.includes(entryId) && !begun.has(presentationId)
  const told = changes.filter(isNews).flatMap<ToldChange>((change) => {
    const project = projects.get(projectIds.get(change.entryId) ?? '')
    return project ? [{ ...change, code: project.code, title: titleOf(project) }] : []
  })
  const spoken = entries.filter(({ id }) => told.some(({ entryId }) => entryId === id))
  const words = spoken.length > 0 ? slotWords(saidOf(told), await findZone(tx)) : null
  const noticeId = words && (await tellStep(tx, spoken, { to: person(personId), words }, now))
  const ids = spoken.map(({ id }) => id)
  if (noticeId) await saveTold(tx, personId, ids, noticeId)
  const nothing = entries.map(({ id }) => id).filter((id) => !noticeId || !ids.includes(id))
  await removeGathered(tx, personId, nothing)
}

function changeOf({ id: entryId, event, thingId: presentationId, details }: Entry): SlotChange[] {
  const kind = kinds[event]
  const place = placeOf(details.sittingId, details.beginsAt, details.minutes)
  const heldOn = textIn(details.heldOn)
  if (!kind || !place || heldOn === null) return []
  const from = placeOf(details.fromSittingId, details.fromBeginsAt, details.fromMinutes)
  return [{ entryId, presentationId, kind, heldOn, ...place, from }]
}

const placeOf = (sittingId: unknown, beginsAt: unknown, minutes: unknown) =>
  typeof sittingId === 'string' && typeof beginsAt === 'string' && typeof minutes === 'number'
    ? { sittingId, beginsAt, minutes }
    : null

/** Tells the secretariat that somebody is away at the hour of a slot to which they are expected. */
export async function tellOfAbsence(db: Db, entry: Entry, now: Date): Promise<void> {
  const day = textIn(entry.details.onDay)
  if (day === null) return
  const { name, slots } = await slotsMissedBy(db, entry.thingId, day)
  if (slots.length === 0) return
  const words = missedWords({ name, day, when: weekdayInWords(day), slots })
  for (const to of await listSecretariat(db)) if (!isAuthor(entry, to)) await tell(db, entry, { to, words }, now)
}
