import { expect, test } from 'vitest'
import { transact } from '#db'
import { listEntriesOf } from '#journal'
import { addUnit, findPersonByNip, listUnits, openNip, standingsInForce } from '#people'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { noAnswers } from './annex.ts'
import { findLayout } from './annex-layout.ts'
import { isWhole, readAnnex } from './annex-rows.ts'
import { listAppointments } from './appointment-store.ts'
import { findDecree } from './decree-store.ts'
import { foreseeImport, importAnnex } from './import-commands.ts'
import { makeAgentRow, makeMessyAnnex, makeNip } from './make-annex.ts'
import { makeDecree } from './make-decree.ts'
import { listSeats } from './seat-store.ts'

const database = await freshDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const today = '2026-11-24'

function rowsOf(numbers: number[], unit = 'Biro Umum') {
  const sheet = makeMessyAnnex(numbers.map((number) => makeAgentRow(number, { 5: unit })))
  const layout = findLayout(sheet)
  const reading = layout && readAnnex(sheet, layout, noAnswers, today)
  if (!reading || !isWhole(reading)) throw new Error('The annex of the test is not whole.')
  return reading.rows
}

const newUnit = new Map([['biro umum', 'new']])

test('an annex fills seats, makes units and people, and gives each agent a standing', async () => {
  const { db, programmeId, secretariat } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  const rows = rowsOf([1, 2, 3])
  expect(await importAnnex(db, secretariat, code, { rows, answers: newUnit }, now)).toBe(3)

  const seats = await listSeats(db, programmeId, today)
  // The scene has a seat already.
  expect(seats.map(({ number, unitName, agent }) => [number, unitName, agent?.name])).toEqual([
    [1, 'Pusat Jasa Informasi', 'Nadia Kusumastuti'],
    [2, 'Biro Umum', 'Ani Lestari'],
    [3, 'Biro Umum', 'Budi Hartanta'],
    [4, 'Biro Umum', 'Citra Ayuningrum'],
  ])
  const person = await findPersonByNip(db, makeNip(3))
  expect(person).toMatchObject({ titlesBefore: 'Dr.', name: 'Citra Ayuningrum', titlesAfter: 'M.Hum.', grade: 'III/d' })
  expect(await openNip(db, person?.id ?? '')).toBe(makeNip(3))
  expect(await standingsInForce(db, person?.id ?? '', today)).toEqual([{ relation: 'agent', thingId: seats[3]?.id }])
  const decree = await findDecree(db, code)
  const entries = await listEntriesOf(db, [decree?.id ?? ''])
  expect(entries.map(({ event, details }) => [event, details])).toEqual([
    ['decree.annex-imported', { added: 3 }],
    ['decree.entered', {}],
  ])
})

test('units that an annex makes stand below the one that was chosen, which must be one of the agency', async () => {
  const { db, programmeId, secretariat, unitId } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  const imported = { rows: rowsOf([1]), answers: newUnit }
  const elsewhere = (await makeScene(database)).unitId
  await expect(importAnnex(db, secretariat, code, { ...imported, parentId: elsewhere }, now)).rejects.toThrow(/induk/)
  await importAnnex(db, secretariat, code, { ...imported, parentId: unitId }, now)
  expect((await listUnits(db)).find(({ name }) => name === 'Biro Umum')).toMatchObject({ parentId: unitId })
})

test('the same annex twice writes nothing the second time; a row more adds one', async () => {
  const { db, programmeId, secretariat } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  await importAnnex(db, secretariat, code, { rows: rowsOf([1, 2]), answers: newUnit }, now)
  const before = database.statements.length
  expect(await importAnnex(db, secretariat, code, { rows: rowsOf([1, 2]), answers: newUnit }, now)).toBe(0)
  expect(database.statements.slice(before).filter((statement) => /^(insert|update|delete)/.test(statement))).toEqual([])
  expect(await importAnnex(db, secretariat, code, { rows: rowsOf([1, 2, 3]), answers: newUnit }, now)).toBe(1)
  expect((await listUnits(db)).filter(({ name }) => name === 'Biro Umum')).toHaveLength(1)
})

test('nothing is written when one row cannot be', async () => {
  const { db, programmeId, secretariat } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  const rows = [...rowsOf([1], 'Pusat Jasa Informasi'), ...rowsOf([2], 'Unit yang tidak dikenal')]
  await expect(importAnnex(db, secretariat, code, { rows, answers: new Map() }, now)).rejects.toThrow(/belum dikenal/)
  expect(await listSeats(db, programmeId, today)).toHaveLength(1)
  expect(await findPersonByNip(db, makeNip(1))).toBeUndefined()
})

test('an annex says beforehand what it would change', async () => {
  const { db, programmeId, secretariat } = await makeScene(database)
  const [first, second] = [
    await makeDecree(db, secretariat, programmeId),
    await makeDecree(db, secretariat, programmeId),
  ]
  await transact(db, (tx) =>
    addUnit(tx, secretariat, { id: crypto.randomUUID(), parentId: null, name: 'Biro Umum' }, now),
  )
  await importAnnex(db, secretariat, first, { rows: rowsOf([1, 2]), answers: new Map() }, now)
  const decree = await findDecree(db, second)
  if (!decree) throw new Error('The decree is not there.')
  const rows = rowsOf([1, 3]).map((row) => ({ ...row, grade: 'IV/a' }))
  const plan = await foreseeImport(db, decree, rows, new Map())
  expect(plan.add.map(({ row }) => row.nip)).toEqual([makeNip(3)])
  expect(plan.elsewhere.map(({ seatNumber }) => seatNumber)).toEqual([2])
  expect(plan.differing.map(({ fields }) => fields)).toEqual([['grade']])
})

test('the annex of a decree is imported by whoever runs the programme alone', async () => {
  const { db, programmeId, secretariat, agent } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  await expect(importAnnex(db, agent, code, { rows: rowsOf([1]), answers: newUnit }, now)).rejects.toThrow(/forbidden/)
})

test('whom a decree appointed is listed in as many queries for three as for one', async () => {
  const { db, programmeId, secretariat } = await makeScene(database)
  const code = await makeDecree(db, secretariat, programmeId)
  const decree = await findDecree(db, code)
  const queriesFor = async (numbers: number[]) => {
    await importAnnex(db, secretariat, code, { rows: rowsOf(numbers), answers: newUnit }, now)
    const before = database.statements.length
    expect(await listAppointments(db, decree?.id ?? '')).toHaveLength(numbers.length)
    return database.statements.length - before
  }
  expect(await queriesFor([1])).toBe(await queriesFor([1, 2, 3]))
})
