import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Role } from '#kit/actor.ts'
import {
  acceptWithNewAccount,
  createPerson,
  createUnit,
  findInvitation,
  findPersonByNip,
  invitationPath,
  inviteAccount,
  nameHead,
  openInvitation,
} from '#people'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { emailOf, everybody, known, personOf } from './cast.ts'
import type { DemoPerson, ProgrammeDay } from './shape.ts'
import { heads, units } from './texts/agency.ts'
import { agents } from './texts/agents.ts'

/** The two programmes, and the ids under which the units are entered. */
export type Scenery = { past: DatedProgramme; current: DatedProgramme; unitIds: ReadonlyMap<string, string> }

/** Days of the older programme on which the agency was set up, and of the current one on which it was completed. */
export const foundedOn = -40
const completedOn = -20
/** The day of the older programme on which those are entered who came in its own year. */
const joinedOn = 2

/** The agency's tree of units. */
export const unitActs = ({ past, unitIds }: Scenery): Act[] =>
  units.map(({ key, name, parent }, at) => {
    const unit = { id: known(unitIds, key), parentId: parent === null ? null : known(unitIds, parent), name }
    return {
      by: 'admin',
      at: momentIn(past, foundedOn + 1, at * 3),
      run: (db, actor, moment) => createUnit(db, actor, unit, moment),
    }
  })

/** Everybody who is not entered by an annex in time, in the year in which they came or first worked on a project. */
export function personActs({ past, current, unitIds }: Scenery): Act[] {
  const thenMembers = new Set(past.projects.flatMap(({ members }) => members.map(({ person }) => person)))
  const agentKeys = new Set(agents.map(({ key }) => key))
  const others = everybody.filter(({ key }) => thenMembers.has(key) || !(agentKeys.has(key) || key === 'ketua-forum'))
  return others.map((person, at) => {
    const { titlesBefore, name, titlesAfter, nip, position, grade, unit } = person
    const facts = { titlesBefore, name, titlesAfter, nip, noNipReason: null, position, grade, email: null }
    return {
      by: 'admin',
      at: !isNew(person)
        ? momentIn(past, foundedOn + 2, at * 3)
        : thenMembers.has(person.key)
          ? momentIn(past, joinedOn, at * 3)
          : momentIn(current, completedOn, at * 3),
      run: (db, actor, { now }) =>
        createPerson(db, actor, { id: randomUUIDv7(), ...facts, unitId: known(unitIds, unit) }, now),
    }
  })
}

/** Whoever was appointed after the older programme began: the year stands in the NIP. */
const isNew = ({ nip }: DemoPerson) => nip.slice(8, 12) > '2020'

/** Heads are named a few days before they begin, at the earliest when the agency was set up. */
export const headActs = ({ past, current, unitIds }: Scenery): Act[] =>
  heads.map(({ person, unit, kind, from, until }, at) => {
    const fromOn = dateIn(current, from)
    const untilOn = until === null ? null : dateIn(current, until)
    return {
      by: 'admin',
      at: fromOn < past.fromOn ? momentIn(past, foundedOn + 5, at * 3) : momentIn(current, from - 3, 60),
      run: async (db, actor, { now }) =>
        nameHead(db, actor, known(unitIds, unit), { personId: await idOf(db, person), kind, fromOn, untilOn }, now),
    }
  })

const roles: Record<string, Role[]> = {
  admin: ['admin'],
  sekretariat: ['secretariat'],
  pimpinan: ['leadership'],
  evaluator: ['evaluator'],
}

/** Invites somebody on a programme's day; the invitation is accepted in the same hour. */
export const accountActs = (
  keys: readonly string[],
  programme: DatedProgramme,
  day: ProgrammeDay,
  password: string,
): Act[] =>
  keys.map((key, at) => ({
    by: 'admin',
    at: momentIn(programme, day, 60 + at * 4),
    run: async (db, actor, { now }) => {
      const { name } = personOf(key)
      const invited = { id: randomUUIDv7(), email: emailOf(key), name, personId: await idOf(db, key) }
      await inviteAccount(db, actor, { ...invited, roles: roles[key] ?? [] }, now)
      await acceptInvitation(db, invited.id, { name, email: emailOf(key), password }, now)
    },
  }))

/** Accepts an invitation as its reader would, by its link. */
export async function acceptInvitation(
  db: Db,
  id: string,
  account: { name: string; email: string; password: string },
  now: Date,
): Promise<void> {
  const invitation = await findInvitation(db, id)
  const token = invitation && invitationPath(db, invitation).split('/').at(-1)
  if (!token) throw new Error('The demonstration cannot open its own invitation.')
  await acceptWithNewAccount(await openInvitation(db, token, now), account, now)
}

export async function idOf(db: Db, key: string): Promise<string> {
  const person = await findPersonByNip(db, personOf(key).nip)
  if (!person) throw new Error(`The demonstration has not entered "${key}" yet.`)
  return person.id
}
