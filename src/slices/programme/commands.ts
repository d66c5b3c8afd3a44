import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { freeSlug } from '#kit/text.ts'
import { programmePolicy } from './policy.ts'
import { type Programme, type Stage, yearsOf } from './programme.ts'
import { holdProgramme, listProgrammes, saveNewProgramme, saveProgramme, saveStages } from './programme-store.ts'
import { listSets } from './reform-store.ts'

type Settings = 'name' | 'fromOn' | 'untilOn' | 'agentCount' | 'finishNeedsClosed' | 'reporting' | 'reportDays'
type Facts = Pick<Programme, Settings> & { stages: readonly Stage[] }
export type NewProgramme = Facts & Pick<Programme, 'id' | 'setCode'>

/** Makes a programme with its due days; returns its slug. Posted twice it is made once. */
export const createProgramme = (db: Db, actor: Actor, made: NewProgramme, now: Date): Promise<string> =>
  transact(db, async (tx) => {
    authorize(programmePolicy, actor, 'add', tx)
    const { stages, ...facts } = made
    if (!(await listSets(tx)).some(({ code }) => code === facts.setCode)) throw conflict('Pilih peta jalan yang ada.')
    const slug = await slugFor(tx, made)
    const isNew = await saveNewProgramme(tx, { ...facts, slug, agencyId: tx.agencyId, revision: 1 })
    if (!isNew) return slug
    await saveStages(tx, made.id, stages)
    await record(tx, actor, { event: 'programme.added', thing: { kind: 'programme', id: made.id } }, now)
    return slug
  })

/** Changes a programme's name, term, due days, way of counting or rhythm of reports. Its address and its set of areas stay. */
export const changeProgramme = (
  db: Db,
  actor: Actor,
  id: string,
  { stages, revision, ...facts }: Facts & { revision: number },
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    const programme = await holdProgramme(tx, id)
    authorize(programmePolicy, actor, 'change', programme)
    compareRevision(programme.revision, revision)
    await saveProgramme(tx, { ...programme, ...facts, revision: programme.revision + 1 })
    await saveStages(tx, id, stages)
    await record(tx, actor, { event: 'programme.changed', thing: { kind: 'programme', id } }, now)
  })

/** The slug of a programme: the one it has, or a free one made of the years of its term. */
async function slugFor(tx: Tx, { id, ...term }: Pick<Programme, 'id' | 'fromOn' | 'untilOn'>): Promise<string> {
  const programmes = await listProgrammes(tx)
  const known = programmes.find((programme) => programme.id === id)
  if (known) return known.slug
  return freeSlug(yearsOf(term), new Set(programmes.map(({ slug }) => slug)))
}
