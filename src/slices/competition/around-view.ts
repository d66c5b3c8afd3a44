import { agentInSeat } from '#appointment'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { runsProgramme } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { headKindWords, headsOf, listNamedPersons, nameInFull } from '#people'
import { listProgrammes } from '#programme'
import { listEvidence, listProgress } from '#progress'
import { findProjectById, listTeam } from '#project'
import { countEntriesIn, listAwards, listOtherTitles } from './around-store.ts'
import { factsOf } from './facts-view.ts'
import type { Named } from './letter.ts'
import type { Around } from './preflight.ts'
import type { EntryRow } from './store.ts'

/** What is known of a project that an entry is written from, and how much of its evidence somebody verified. */
export async function heldOf(db: Db, projectId: string): Promise<Pick<Around, 'facts' | 'verifiedEvidence'>> {
  const evidence = await listEvidence(db, projectId)
  return {
    facts: await factsOf(db, projectId),
    verifiedEvidence: evidence.filter(({ state }) => state === 'verified').length,
  }
}

/** What the check before an entry goes out knows besides the entry. */
export async function aroundOf(db: Db, entry: EntryRow, today: Day): Promise<Around> {
  const { projectId, edition, id } = entry
  const progress = await listProgress(db, [projectId], today)
  return {
    ...(await heldOf(db, projectId)),
    percent: progress.get(projectId)?.percent ?? null,
    entriesInEdition: await countEntriesIn(db, edition),
    awards: await listAwards(db, projectId, id),
    today,
    otherTitles: await listOtherTitles(db, projectId),
  }
}

/**
 * Whom the letters of an entry name: the head of the unit signs; the agent and the team made the innovation. A NIP is
 * shown to whoever may open it anywhere, and left blank for everybody else.
 */
export async function namedIn(db: Db, actor: Actor, entry: EntryRow, today: Day) {
  const project = await findProjectById(db, entry.projectId)
  const programme = (await listProgrammes(db)).find(({ id }) => id === project?.programmeId)
  const day = programme && programme.untilOn < today ? programme.untilOn : today
  const agent = await agentInSeat(db, entry.seatId, day)
  const [head] = await headsOf(db, entry.unitId, today)
  const team = await listTeam(db, entry.projectId)
  const made = [...new Set([...(agent ? [agent.personId] : []), ...team.map(({ personId }) => personId)])]
  const mayOpen = (id: string) => runsProgramme(actor) || actor.personId === id
  const persons = await listNamedPersons(db, head ? [...made, head.personId] : made, mayOpen)
  const named = (id: string | undefined): Named => {
    const person = id === undefined ? undefined : persons.get(id)
    if (!person) return { name: '', nip: null, position: '', unitName: entry.unitName }
    const { nip, position, unitName } = person
    return { name: nameInFull(person), nip, position, unitName: unitName ?? entry.unitName }
  }
  const signs = named(head?.personId)
  // Who stands in for the head signs by an office of another unit, so the letter says as what.
  const stead = head && head.kind !== 'definitive' ? `${headKindWords[head.kind]} pimpinan ${entry.unitName}` : ''
  const position = [signs.position, stead].filter(Boolean).join(', ')
  return { signatory: { ...signs, position, unitName: entry.unitName }, innovators: made.map(named) }
}
