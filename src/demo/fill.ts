import { randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, forAgency, transact } from '#db'
import type { Files } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { type Day, dayIn } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import { findPerson, invite, listAccesses, standingsInForce } from '#people'
import { type Act, inOrder } from './act.ts'
import { acceptInvitation, accountActs, foundedOn, headActs, personActs, unitActs } from './agency-acts.ts'
import { assessmentActs } from './assessment-acts.ts'
import { momentIn, programmesOn } from './calendar.ts'
import { emailOf, everybody, known, personOf, wordOf } from './cast.ts'
import { categoryActs } from './category-acts.ts'
import { entryActs } from './entry-acts.ts'
import { forumActs } from './forum-acts.ts'
import { programmeActs } from './programme-acts.ts'
import { recordingActs } from './recording-acts.ts'
import { retell } from './retell.ts'
import { filled, findDemo, removeDemoAgency, saveDemoAgency } from './store.ts'
import { agency, units } from './texts/agency.ts'
import { currentAssessment, pastAssessment } from './texts/assessment.ts'
import { currentCategories, pastCategories } from './texts/categories.ts'
import { currentRecordings, pastRecordings } from './texts/recordings.ts'

/** Somebody to sign in as, and the word by which outside tools know what the account is for. */
export type DemoAccount = { email: string; password: string; word: string }

/** Where files are kept, and with what films are made, where there is anything. */
type DemoOptions = {
  password: string
  now: Date
  files: Files
  ffmpeg: string | undefined
}

/**
 * Enters the demonstration as its people would have: through the commands, each act at its own moment of the past.
 * A fill-in that was broken off is begun anew. Throws a conflict when there is a whole one, or another agency has its
 * address. Returns with what everybody signs in.
 */
export async function fillDemo(
  database: Database,
  { password, now, files, ffmpeg }: DemoOptions,
): Promise<DemoAccount[]> {
  const before = await findDemo(database, agency.slug)
  if (before && (before.isWhole || !before.isDemo)) throw conflict('Program peragaan sudah diisi.')
  if (before) await removeDemoAgency(database, before.id)
  const programmes = programmesOn(dayIn(agency.zone, now))
  const past = retell(database)
  const db = await found(past.database, momentIn(programmes.past, foundedOn, 0).now, password)
  const actors = new Map<string, Actor>()
  for (const { by, at, run } of inOrder(actsOf(programmes, password, ffmpeg))) {
    const who = `${by} ${at.today}`
    const actor = actors.get(who) ?? (await actorOf(db, by, at.today))
    actors.set(who, actor)
    await run(db, actor, at, files)
    await past.answer(db)
  }
  await transact(db, (tx) => record(tx, 'system', { event: filled, thing: { kind: 'agency', id: db.agencyId } }, now))
  return demoAccounts(password)
}

/** All accounts of the demonstration with the password that they were made with. */
export const demoAccounts = (password: string): DemoAccount[] =>
  everybody.filter(({ signsIn }) => signsIn).map(({ key }) => ({ email: emailOf(key), password, word: wordOf(key) }))

/** The agency and its first admin, as the command line sets one up. */
async function found(database: Database, now: Date, password: string): Promise<Db> {
  const db = forAgency(database, randomUUIDv7())
  const { name } = personOf('admin')
  const account = { name, email: emailOf('admin'), password }
  const invited = { id: randomUUIDv7(), email: account.email, name, personId: null, roles: ['admin'] as const }
  await transact(db, async (tx) => {
    await saveDemoAgency(tx, agency)
    await invite(tx, 'system', invited, now)
  })
  await acceptInvitation(db, invited.id, account, now)
  return db
}

function actsOf(programmes: ReturnType<typeof programmesOn>, password: string, ffmpeg: string | undefined): Act[] {
  const { past, current } = programmes
  const scenery = { past, current, unitIds: new Map(units.map(({ key }) => [key, randomUUIDv7()])) }
  const keys = everybody.filter(({ signsIn, key }) => signsIn && key !== 'admin').map(({ key }) => key)
  const agentsThen = past.projects.map(({ agent }) => agent)
  const agentsNow = current.projects.map(({ agent }) => agent).filter((key) => !agentsThen.includes(key))
  const others = keys.filter((key) => !agentsThen.includes(key) && !agentsNow.includes(key))
  return [
    ...unitActs(scenery),
    ...personActs(scenery),
    ...headActs(scenery),
    ...accountActs(others, past, foundedOn + 6, password),
    ...accountActs(agentsThen, past, past.decree.decidedOn + 3, password),
    ...accountActs(agentsNow, current, current.decree.decidedOn + 3, password),
    ...programmeActs(past, current),
    ...programmeActs(current, current),
    ...recordingActs(past, pastRecordings, ffmpeg),
    ...recordingActs(current, currentRecordings, ffmpeg),
    ...categoryActs(past, pastCategories),
    ...categoryActs(current, currentCategories),
    ...assessmentActs(past, pastAssessment),
    ...assessmentActs(current, currentAssessment),
    ...entryActs(past),
    ...forumActs(past),
    ...forumActs(current),
  ]
}

/** Somebody as the application would know the account, were it signed in on that day. */
async function actorOf(db: Db, key: string, today: Day): Promise<Actor> {
  const accesses = new Map((await listAccesses(db, 1)).rows.map((access) => [access.email, access]))
  const { accountId, personId, roles } = known(accesses, emailOf(key))
  const person = personId === null ? undefined : await findPerson(db, personId)
  const standings = personId === null ? [] : await standingsInForce(db, personId, today)
  return { agencyId: db.agencyId, accountId, personId, unitId: person?.unitId ?? null, roles, standings }
}

/** Whether the demonstration has been filled in, to its end. */
export const hasDemo = async (database: Database): Promise<boolean> =>
  (await findDemo(database, agency.slug))?.isWhole === true

/** Removes the demonstration as a whole, accounts included; false when there is none. */
export async function removeDemo(database: Database): Promise<boolean> {
  const demo = await findDemo(database, agency.slug)
  if (!demo?.isDemo) return false
  await removeDemoAgency(database, demo.id)
  return true
}
