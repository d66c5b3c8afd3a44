import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { areasOf } from '#programme'
import { requireOpen } from './action-plan.ts'
import { goneIn } from './columns.ts'
import { insteadOfAgent } from './gate-commands.ts'
import { raiseMatrix } from './grid-store.ts'
import { type Held, hold, programmeOf, settleEdit } from './held.ts'
import type { Activity, Initiative } from './matrix.ts'
import {
  type ActivityFields,
  addActivity,
  addInitiative,
  findActivity,
  findInitiative,
  removeActivity,
  removeInitiative,
  saveActivity,
  saveInitiative,
  swapActivities,
} from './matrix-store.ts'
import type { Project } from './project.ts'
import { keepColumns } from './template-store.ts'

/** Changes the matrix of a project's open plan. Throws a conflict while it lies at a gate or is agreed. */
const change = (
  db: Db,
  actor: Actor,
  code: string,
  { now, today }: Moment,
  work: (tx: Tx, held: Held) => Promise<unknown>,
) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'edit')
    requireOpen(held.plan)
    await work(tx, held)
    await raiseMatrix(tx, held.plan.id)
    await settleEdit(tx, actor, held, 'action-plan.edited', await insteadOfAgent(tx, actor, held.project, today), now)
  })

const initiativeOf = async (tx: Tx, { plan }: Held, id: string): Promise<Initiative> => {
  const initiative = await findInitiative(tx, plan.id, id)
  if (!initiative) throw notFound()
  return initiative
}

const activityOf = async (tx: Tx, { plan }: Held, id: string): Promise<Activity> => {
  const activity = await findActivity(tx, plan.id, id)
  if (!activity) throw notFound()
  return activity
}

/** An activity serves areas of the set under which the programme runs. */
async function checkAreas(tx: Tx, { project }: Held, { areaCodes = [] }: ActivityFields): Promise<void> {
  if (areaCodes.length === 0) return
  const known = await areasOf(tx, (await programmeOf(tx, project)).setCode)
  if (areaCodes.some((code) => !known.some((area) => area.code === code)))
    throw conflict('Pilih area perubahan yang ada.')
}

/** Step: own columns that are filled stay in the programme's template. Throws a conflict where one is gone already. */
export async function keepFilled(
  tx: Tx,
  { programmeId }: Pick<Project, 'programmeId'>,
  filled: Activity['more'][],
): Promise<void> {
  const own = filled.filter((more) => Object.keys(more).length > 0)
  if (own.length === 0) return
  const columns = await keepColumns(tx, programmeId)
  if (own.some((more) => goneIn(columns, more).length > 0))
    throw conflict('Kolom ini sudah dihapus dari matriks program. Pindahkan isinya ke kolom lain, lalu kosongkan.')
}

/** Adds an initiative under the id that its form was drawn with; the same form twice adds one. */
export const writeInitiative = (db: Db, actor: Actor, code: string, id: string, title: string, moment: Moment) =>
  change(db, actor, code, moment, (tx, { plan }) => addInitiative(tx, plan.id, id, title))

export const renameInitiative = (
  db: Db,
  actor: Actor,
  code: string,
  { id, title, revision }: Pick<Initiative, 'id' | 'title' | 'revision'>,
  moment: Moment,
) =>
  change(db, actor, code, moment, async (tx, held) => {
    compareRevision((await initiativeOf(tx, held, id)).revision, revision)
    await saveInitiative(tx, { id, title, revision })
  })

/** Deletes an initiative and its activities. */
export const dropInitiative = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  change(db, actor, code, moment, async (tx, held) =>
    removeInitiative(tx, held.plan.id, await initiativeOf(tx, held, id)),
  )

/** Adds an activity under the id that its form was drawn with; the same form twice adds one. */
export const writeActivity = (
  db: Db,
  actor: Actor,
  code: string,
  { id, initiativeId, fields }: { id: string; initiativeId: string; fields: ActivityFields },
  moment: Moment,
) =>
  change(db, actor, code, moment, async (tx, held) => {
    const initiative = await initiativeOf(tx, held, initiativeId)
    await checkAreas(tx, held, fields)
    await keepFilled(tx, held.project, [fields.more ?? {}])
    await addActivity(tx, held.plan.id, initiative.id, id, fields)
  })

export const editActivity = (
  db: Db,
  actor: Actor,
  code: string,
  { id, fields, revision }: { id: string; fields: ActivityFields; revision: number },
  moment: Moment,
) =>
  change(db, actor, code, moment, async (tx, held) => {
    compareRevision((await activityOf(tx, held, id)).revision, revision)
    await checkAreas(tx, held, fields)
    await keepFilled(tx, held.project, [fields.more ?? {}])
    await saveActivity(tx, id, fields, revision)
  })

export const dropActivity = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  change(db, actor, code, moment, async (tx, held) => removeActivity(tx, await activityOf(tx, held, id)))

/** Moves an activity one place up or down within its initiative. */
export const moveActivity = (db: Db, actor: Actor, code: string, id: string, step: -1 | 1, moment: Moment) =>
  change(db, actor, code, moment, async (tx, held) => swapActivities(tx, await activityOf(tx, held, id), step))
