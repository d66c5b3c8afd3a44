import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { rowsLeft } from '#test/rows-left.ts'
import { fillDemo, hasDemo, removeDemo } from './fill.ts'
import { findDemo, removeDemoAgency } from './store.ts'
import { agency } from './texts/agency.ts'

const database = await freshDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const fill = () =>
  fillDemo(database, { password: 'sembilan burung', now, files: makeFiles(freshFolder()), ffmpeg: undefined })

test('a fill-in that was broken off is begun anew, once', { timeout: 240_000 }, async () => {
  const half = { id: randomUUIDv7(), slug: agency.slug, name: agency.name, isDemo: true }
  await database.query.insertInto('agency').values(half).execute()
  expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: false })
  await fill()
  expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: true })
  await expect(fill()).rejects.toThrow('conflict')
  expect(await hasDemo(database)).toBe(true)
})

test('no other agency can be removed in its place', async () => {
  const id = randomUUIDv7()
  await database.query.insertInto('agency').values({ id, slug: 'sungguhan', name: 'Instansi lain' }).execute()
  await expect(removeDemoAgency(database, id)).rejects.toThrow('is no demonstration')
})

test('it goes as a whole: no row of it and no account is left', async () => {
  expect(await removeDemo(database)).toBe(true)
  expect(await rowsLeft(database)).toEqual([])
  expect(await removeDemo(database)).toBe(false)
})
