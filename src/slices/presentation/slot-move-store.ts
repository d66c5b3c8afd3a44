import { type Db, insert, remove, select, type Tx } from '#db'

/** Pemindahan: where a slot was before it was moved, by hand or by an automatic schedule, and where it went. */
export type SlotMove = {
  moveId: string
  presentationId: string
  /** Null where it had no slot before. */
  fromSittingId: string | null
  fromBeginsAt: string | null
  fromMinutes: number | null
  toSittingId: string
  toBeginsAt: string
  wasFixed: boolean
  isPlan: boolean
  movedAt: Date
}

const columns = [
  'moveId',
  'presentationId',
  'fromSittingId',
  'fromBeginsAt',
  'fromMinutes',
  'toSittingId',
  'toBeginsAt',
  'wasFixed',
  'isPlan',
  'movedAt',
] as const

/** Keeps a move, to be undone. */
export async function saveNewMove(tx: Tx, moves: readonly SlotMove[]): Promise<void> {
  if (moves.length > 0) await insert(tx, 'slotMove', [...moves]).execute()
}

/** The slots of one move. */
export const listMoved = (db: Db, moveId: string): Promise<SlotMove[]> =>
  select(db, 'slotMove').select(columns).where('moveId', '=', moveId).orderBy('presentationId').execute()

/** The latest move out of or into one of these sittings. */
export async function findLastMove(
  db: Db,
  sittingIds: readonly string[],
): Promise<Pick<SlotMove, 'moveId' | 'isPlan'> | undefined> {
  if (sittingIds.length === 0) return undefined
  return select(db, 'slotMove')
    .select(['moveId', 'isPlan'])
    .where((eb) => eb.or([eb('fromSittingId', 'in', [...sittingIds]), eb('toSittingId', 'in', [...sittingIds])]))
    .orderBy('movedAt', 'desc')
    .orderBy('moveId', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A move that was undone, or whose slot or sitting is gone, can be undone no more. */
export const removeMove = (tx: Tx, moveId: string) => remove(tx, 'slotMove').where('moveId', '=', moveId).execute()

/** Forgets every move that names this slot or this sitting. */
export async function forgetMovesOf(tx: Tx, id: string): Promise<void> {
  const rows = await select(tx, 'slotMove')
    .select('moveId')
    .distinct()
    .where((eb) => eb.or([eb('presentationId', '=', id), eb('fromSittingId', '=', id), eb('toSittingId', '=', id)]))
    .execute()
  for (const { moveId } of rows) await removeMove(tx, moveId)
}
