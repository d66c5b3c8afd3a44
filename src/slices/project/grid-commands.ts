import { type Db, type Tx, transact } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { areasOf } from '#programme'
import { requireOpen } from './action-plan.ts'
import type { ColumnKey } from './columns.ts'
import { insteadOfAgent } from './gate-commands.ts'
import type { AskedRow } from './grid/asked.ts'
import { goesOn } from './grid/gather.ts'
import { blankActivity, saysOnly, type Taken, takeChanges } from './grid/take.ts'
import { matrixRevision, raiseMatrix } from './grid-store.ts'
import { type Held, hold, programmeOf, settleEdit } from './held.ts'
import { type Activity, activitiesOf } from './matrix.ts'
import { addActivity, removeActivity, saveActivity } from './matrix-store.ts'
import { findMatrix } from './plan-store.ts'
import { keepColumns } from './template-store.ts'

type Texts = Partial<Record<ColumnKey, string>>

/** What became of every cell that was sent, by row; each is in one of the three. */
export type SavedCells = {
  rows: { id: string; saved: Texts; wrong: Texts; theirs: Texts }[]
  /** Rows that are no longer there, or whose initiative is not. */
  gone: string[]
  /** Rows that were to leave and are no longer there; one that says something else by now stays as it is. */
  left: string[]
  /** Of the matrix afterwards. */
  revision: number
}

/**
 * Writes cells of the matrix of a project's open plan, and rows that are not there yet. Cells that can't be taken keep
 * none of the others from being written. Throws a conflict while the plan lies at a gate or is agreed.
 */
export const writeCells = (
  db: Db,
  actor: Actor,
  code: string,
  asked: readonly AskedRow[],
  { now, today }: Moment,
): Promise<SavedCells> =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'edit')
    requireOpen(held.plan)
    const { taken, gone, leaving, left } = await takeAll(tx, held, asked)
    const changed = taken.filter(({ was, is }) => is.activity !== was.activity)
    for (const { was, is } of changed) await writeRow(tx, held, was, is)
    // From the last one up: each moves those after it.
    for (const row of leaving.toSorted((a, b) => b.position - a.position)) await removeActivity(tx, row)
    const rows = taken.map(({ was, is: { saved, wrong, theirs } }) => ({ id: was.activity.id, saved, wrong, theirs }))
    const isChanged = changed.length + leaving.length > 0
    const revision = isChanged ? await raiseMatrix(tx, held.plan.id) : await matrixRevision(tx, held.plan.id)
    if (isChanged) await settleCells(tx, actor, held, await insteadOfAgent(tx, actor, held.project, today), now)
    return { rows, gone, left, revision }
  })

type Was = { activity: Activity; isNew: boolean }

/** Reads every row that was sent against the matrix as it is now. */
async function takeAll(tx: Tx, { project, plan }: Held, asked: readonly AskedRow[]) {
  const matrix = await findMatrix(tx, plan.id)
  const programme = await programmeOf(tx, project)
  const areas = await areasOf(tx, programme.setCode)
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]))
  const rules = { programme, areaNames, layout: { columns: await keepColumns(tx, programme.id), areaNames } }
  const stored = new Map(activitiesOf(matrix).map((activity) => [activity.id, activity]))
  const [gone, left]: [string[], string[]] = [[], []]
  const leaving: Activity[] = []
  const taken: { was: Was; is: Taken }[] = []
  for (const { id, initiativeId, cells, isLeaving } of asked) {
    const found = stored.get(id)
    if (isLeaving) {
      const goes = found !== undefined && saysOnly(found, cells, areaNames)
      if (goes) leaving.push(found)
      if (goes || !found) left.push(id)
      continue
    }
    const isBegun = cells.every(({ from }) => from === '')
    if (!found && !(isBegun && matrix.some((initiative) => initiative.id === initiativeId))) {
      gone.push(id)
      continue
    }
    const was = { activity: found ?? blankActivity(id, initiativeId), isNew: !found }
    taken.push({ was, is: takeChanges(was.activity, cells, rules) })
  }
  return { taken, gone, leaving, left }
}

async function writeRow(tx: Tx, { plan }: Held, { activity: { revision }, isNew }: Was, { activity }: Taken) {
  const { id, initiativeId, lineId: _, position: _p, revision: _r, ...fields } = activity
  if (isNew) await addActivity(tx, plan.id, initiativeId, id, fields)
  else await saveActivity(tx, id, fields, revision)
}

/** As every change to a draft is settled; what somebody goes on writing is one entry. */
async function settleCells(tx: Tx, actor: Actor, held: Held, onBehalfOf: string | null, now: Date): Promise<void> {
  const event = 'action-plan.edited'
  const [last] = onBehalfOf === null ? [] : await listEntriesOf(tx, [held.plan.id], 1)
  const isSaid = goesOn(last, { event, accountId: actor.accountId, onBehalfOf }, now)
  await settleEdit(tx, actor, held, event, isSaid ? null : onBehalfOf, now)
}
