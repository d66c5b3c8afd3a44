import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { conflict } from '#kit/refusal.ts'
import { addPerson, addUnit, listPersonsByNips, listUnits } from '#people'
import type { AnnexRow } from './annex.ts'
import { type ImportPlan, type PlannedRow, planImport } from './annex-plan.ts'
import { unitKey, unitOf } from './annex-units.ts'
import { listHeld } from './appointment-store.ts'
import type { Decree } from './decree.ts'
import { addSeat, holdToAppoint, seat } from './seat-commands.ts'

/** Which unit a name in the annex means, by its `unitKey`: an existing one, or `new` to create it. */
export type UnitAnswers = ReadonlyMap<string, string>

type Imported = { rows: readonly AnnexRow[]; answers: UnitAnswers; parentId?: string | null }

/** What importing these rows would change now. Reads only. */
export async function foreseeImport(
  db: Db,
  decree: Decree,
  rows: readonly AnnexRow[],
  answers: UnitAnswers,
): Promise<ImportPlan> {
  const units = await listUnits(db)
  const persons = await listPersonsByNips(
    db,
    rows.map(({ nip }) => nip),
  )
  const known = [...persons].map(([nip, { id: personId, ...person }]) => ({ ...person, personId, nip }))
  const placed = rows.map((row) => ({ row, unitId: unitOf(row.unit, units, answers) ?? null }))
  return planImport(decree.id, placed, known, await listHeld(db, decree.programmeId, decree))
}

/**
 * Imports the agents of an annex that was read as a whole (`isWhole`): all of them or none. Units that were to be
 * created are, below `parentId`; people are known by their NIP. The same annex a second time writes nothing. Returns how many were added.
 */
export const importAnnex = (
  db: Db,
  actor: Actor,
  code: string,
  { rows, answers, parentId = null }: Imported,
  now: Date,
): Promise<number> =>
  transact(db, async (tx) => {
    const decree = await holdToAppoint(tx, actor, code)
    await createUnits(tx, actor, { rows, answers, parentId }, now)
    const { add } = await foreseeImport(tx, decree, rows, answers)
    for (const planned of add) await appoint(tx, actor, decree, planned, now)
    if (add.length === 0) return 0
    const details = { added: add.length }
    await record(tx, actor, { event: 'decree.annex-imported', thing: { kind: 'decree', id: decree.id }, details }, now)
    return add.length
  })

/** Each unit once, however often the annex names it; one that exists meanwhile under the name is not made again. */
async function createUnits(tx: Tx, actor: Actor, { rows, answers, parentId }: Required<Imported>, now: Date) {
  const units = await listUnits(tx)
  if (parentId !== null && !units.some(({ id }) => id === parentId))
    throw conflict('Unit induk ini tidak ada lagi. Pilih yang lain.')
  const made = new Set<string>()
  for (const { unit: name } of rows) {
    const key = unitKey(name)
    if (made.has(key) || answers.get(key) !== 'new' || unitOf(name, units, new Map()) !== undefined) continue
    made.add(key)
    await addUnit(tx, actor, { id: randomUUIDv7(), parentId, name }, now)
  }
}

async function appoint(tx: Tx, actor: Actor, decree: Decree, { row, unitId, known }: PlannedRow, now: Date) {
  if (unitId === null) throw conflict(`Unit kerja di baris ${row.row} belum dikenal. Periksa lampiran sekali lagi.`)
  const personId = known?.personId ?? randomUUIDv7()
  const { titlesBefore, name, titlesAfter, nip, position, grade, email } = row
  if (known === null) {
    const facts = { titlesBefore, name, titlesAfter, nip, noNipReason: null, position, grade, email, unitId }
    await addPerson(tx, actor, { id: personId, ...facts }, now)
  }
  const seatId = await addSeat(tx, decree, row.level, unitId)
  await seat(tx, actor, { id: randomUUIDv7(), seatId, personId, decree, fromOn: decree.fromOn }, now)
}
