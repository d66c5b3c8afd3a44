import * as z from 'zod'
import { type Db, insert, on, select, type Tx } from '#db'
import { columnKeys, columnsOf, type MatrixColumn, type OwnKey, ownKeys, type SavedColumn } from './columns.ts'

/** What a column is in the database; a key that a later version wrote is passed over. */
const saved = z.object({ key: z.enum(columnKeys), label: z.string(), isShown: z.boolean() })

/** Templat matriks: how a programme's matrices look. Without one of its own it has revision 0 and names no column. */
export type MatrixTemplate = { columns: SavedColumn[]; revision: number }

/** The template of a programme. */
export const findTemplate = async (db: Db, programmeId: string): Promise<MatrixTemplate> =>
  templateOf(await one(db, programmeId).executeTakeFirst())

/** The same, held to be changed: not while somebody fills its columns. */
export const holdTemplate = async (tx: Tx, programmeId: string): Promise<MatrixTemplate> =>
  templateOf(await one(tx, programmeId).forUpdate().executeTakeFirst())

/** The columns of a programme's matrices while some are filled: none of them goes until the transaction ends. */
export const keepColumns = async (tx: Tx, programmeId: string): Promise<MatrixColumn[]> =>
  columnsOf(templateOf(await one(tx, programmeId).forShare().executeTakeFirst()).columns)

const one = (db: Db, programmeId: string) =>
  select(db, 'matrixTemplate').select(['columns', 'revision']).where('programmeId', '=', programmeId)

function templateOf(row: { columns: unknown; revision: number } | undefined): MatrixTemplate {
  if (!row) return { columns: [], revision: 0 }
  const columns = z.array(z.unknown()).parse(row.columns)
  return { revision: row.revision, columns: columns.flatMap((column) => saved.safeParse(column).data ?? []) }
}

/** The columns of a programme's matrices, in its order. */
export const columnsIn = async (db: Db, programmeId: string): Promise<MatrixColumn[]> =>
  columnsOf((await findTemplate(db, programmeId)).columns)

/** Saves a template under the next revision. Its programme is held meanwhile, so that no two are made of one. */
export async function saveTemplate(tx: Tx, programmeId: string, { columns, revision }: MatrixTemplate): Promise<void> {
  const row = { columns: JSON.stringify(columns), revision: revision + 1 }
  await insert(tx, 'matrixTemplate', { programmeId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'programmeId']).doUpdateSet(row))
    .execute()
}

/** The own columns of a programme in which something stands. */
export async function filledColumns(db: Db, programmeId: string): Promise<OwnKey[]> {
  const rows = await select(db, 'activity')
    .innerJoin('actionPlan', on('actionPlan.id', 'activity.planId'))
    .innerJoin('project', on('project.id', 'actionPlan.projectId'))
    .select('activity.more')
    .distinct()
    .where('project.programmeId', '=', programmeId)
    .where('activity.more', '<>', '{}')
    .execute()
  return ownKeys.filter((key) => rows.some(({ more }) => typeof more === 'object' && more !== null && key in more))
}
