import { agentInSeat } from '#appointment'
import { entryEvents, type ToldEntry, toldEntryOf } from '#competition'
import { type Db, type Tx, transact } from '#db'
import type { Entry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { dayIn } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { postLetter } from '#mail'
import { findPerson, headsOf } from '#people'
import { titleOf } from '#project'
import { doneWords } from './done-words.ts'
import { alsoIn, textIn } from './letter-view.ts'
import { findMailHours } from './mail-store.ts'
import { isOpenAt, mailingOf } from './mailing.ts'
import {
  type About,
  type Addressee,
  gatheredMinutes,
  isReminder,
  isToldOnce,
  type Part,
  toldOf,
  type Words,
  wordsFor,
  wordsInstead,
} from './notice.ts'
import {
  addNotice,
  addresseeOf,
  findContact,
  findNotice,
  findToldProject,
  findZone,
  hasUnread,
  listSecretariat,
  saveRead,
  type ToldProject,
} from './store.ts'

export type Told = { to: Addressee; words: Words }

/** Tells everybody whom the rules name of what was decided about a project, once, whoever asks how often. */
export async function tellOfProject(db: Db, entry: Entry, now: Date): Promise<void> {
  const { projectId } = entry.details
  const project = typeof projectId === 'string' ? await findToldProject(db, projectId) : null
  if (project === undefined) return
  const told = await unlessUnread(db, entry, await whoIsTold(db, entry, project, now), now)
  for (const each of told) await tell(db, entry, each, now)
}

/** By part, then in whose place it was done. Nobody is told of what they did themselves. */
async function whoIsTold(db: Db, entry: Entry, project: ToldProject | null, now: Date): Promise<Told[]> {
  const { event, onBehalfOf, details } = entry
  const by = (await nameOfAuthor(db, entry)) ?? 'Sistem'
  const behalf = onBehalfOf ? await nameOf(db, person(onBehalfOf)) : null
  const about: About = {
    by: behalf ? `${by} atas nama ${behalf}` : by,
    title: project ? titleOf(project) : '',
    code: project?.code ?? '',
    gate: textIn(details.gate),
    decision: textIn(details.decision),
    day: textIn(details.dueOn),
    period: textIn(details.period),
    thingId: entry.thingId,
    entry: (await spokenOf(db, entry, project, now)) ?? null,
  }
  const told: Told[] = []
  const of = { project, entry, spoken: about.entry, now }
  for (const part of toldOf(event)) {
    const words = wordsFor(event, part, about)
    if (words) for (const to of await whoIs(db, part, of)) told.push({ to, words })
  }
  const done = (about.entry ? entryEvents(about.entry.called)[event] : doneWords[event]) ?? event
  if (onBehalfOf && !(isToldOnce(event) && (await hasUnread(db, person(onBehalfOf), entry)))) {
    told.push({ to: person(onBehalfOf), words: wordsInstead(event, done, by, about) })
  }
  return told.filter(({ to }) => !isAuthor(entry, to))
}

/** The competition entry that is spoken of, where it is one. */
const spokenOf = async (db: Db, { thingKind, thingId }: Entry, project: ToldProject | null, now: Date) =>
  thingKind === 'entry' && project !== null ? toldEntryOf(db, thingId, dayIn(project.zone, now)) : undefined

type Asked = { project: ToldProject | null; entry: Entry; spoken: ToldEntry | null; now: Date }

async function whoIs(db: Db, part: Part, { project, entry, spoken, now }: Asked): Promise<Addressee[]> {
  if (part === 'authors') return (spoken?.authorIds ?? []).map(person)
  if (part === 'remarker') return remarkerOf(db, entry)
  if (part === 'secretariat') return listSecretariat(db)
  if (part === 'owner') return typeof entry.details.ownerId === 'string' ? [person(entry.details.ownerId)] : []
  if (part === 'ownerHead') return headsOfOwner(db, entry, now)
  if (project === null) return []
  const today = dayIn(project.zone, now)
  if (part === 'head') return (await headsOf(db, project.unitId, today)).map(({ personId }) => person(personId))
  const agent = await agentInSeat(db, project.seatId, today)
  return agent ? [person(agent.personId)] : []
}

/** Whoever wrote the remark that was answered. */
async function remarkerOf(db: Db, { details }: Entry): Promise<Addressee[]> {
  const to = typeof details.remarkedBy === 'string' ? await addresseeOf(db, details.remarkedBy) : undefined
  return to ? [to] : []
}

/** Of what comes in rows nobody is told again before they have read of it. */
async function unlessUnread(db: Db, entry: Entry, told: Told[], now: Date): Promise<Told[]> {
  const minutes = gatheredMinutes(entry.event)
  if (minutes === null) return told
  const since = new Date(now.getTime() - minutes * 60_000)
  const waiting = await Promise.all(told.map(({ to }) => hasUnread(db, to, entry, since)))
  return told.filter((_, at) => !waiting[at])
}

/** Those who head the unit of a follow-up's owner; whoever heads it alone has no head who could read it. */
async function headsOfOwner(db: Db, { details }: Entry, now: Date): Promise<Addressee[]> {
  const owner = typeof details.ownerId === 'string' ? await findPerson(db, details.ownerId) : undefined
  if (!owner?.unitId) return []
  const heads = await headsOf(db, owner.unitId, dayIn(await findZone(db), now))
  return heads.filter(({ personId }) => personId !== owner.id).map(({ personId }) => person(personId))
}

/** The notice, and with it a letter where there is an address: at once, or when it is time (`sendAwaiting`). */
export const tell = (db: Db, entry: Entry, told: Told, now: Date): Promise<string | undefined> =>
  transact(db, (tx) => tellStep(tx, [entry], told, now))

/**
 * A step: the same of several entries at once. The notice stands under the last of them; returns its id, or undefined
 * where they were told before.
 */
export async function tellStep(
  tx: Tx,
  entries: readonly Entry[],
  { to, words }: Told,
  now: Date,
): Promise<string | undefined> {
  const entry = entries.at(-1)
  if (!entry) return undefined
  const contact = await findContact(tx, to)
  const email = contact?.email ?? null
  const isOpen = isOpenAt(now, await findMailHours(tx))
  const mailing = contact && email ? mailingOf(isReminder(entry.event), contact.mailChoice, isOpen) : 'none'
  const id = await addNotice(tx, entry, to, words, now, mailing)
  if (id === undefined || !contact || email === null || mailing !== 'now') return id
  const { subject, sentence, button, path } = words
  const act = { text: button, path }
  const letter = { to: email, subject, greeting: `Yth. ${contact.name}`, paragraphs: [sentence], button: act }
  await postLetter(tx, { ...letter, ...(await alsoIn(tx, entries)) })
  return id
}

export const person = (personId: string): Addressee => ({ personId, accountId: null })

export const isAuthor = (entry: Entry, { personId, accountId }: Addressee): boolean =>
  personId === null ? entry.accountId === accountId : entry.personId === personId

const nameOf = async (db: Db, whom: Addressee) => (await findContact(db, whom))?.name

export const nameOfAuthor = async (db: Db, { personId, accountId }: Entry) => {
  if (personId !== null) return nameOf(db, person(personId))
  return accountId === null ? undefined : nameOf(db, { personId: null, accountId })
}

/** Marks a notice as read and says where it leads. Reading decides nothing, so the journal holds nothing of it. */
export async function readNotice(db: Db, actor: Actor, id: string, now: Date): Promise<string> {
  const notice = await findNotice(db, actor, id)
  if (notice === undefined) throw notFound('Pemberitahuan ini tidak ada.')
  await saveRead(db, actor, id, now)
  return notice.path
}

/** Marks all of the actor's notices as read. */
export const readAllNotices = (db: Db, actor: Actor, now: Date): Promise<void> => saveRead(db, actor, null, now)
