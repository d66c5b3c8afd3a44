import { randomUUIDv7 } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '#environment'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { rowsLeft } from '#test/rows-left.ts'
import { fillDemo, hasDemo } from '../demo/fill.ts'
import { findDemo, removeDemoAgency } from '../demo/store.ts'
import { agency } from '../demo/texts/agency.ts'
import { dropDemo, keepDemo } from './demo.ts'
import { openFolder } from './folder.ts'

const database = await freshDatabase()

async function partsIn(env: Record<string, string> = {}) {
  const data = freshFolder()
  const { paths } = await openFolder(data, '1.0.0')
  // Films are the one that we carry: to make them takes long.
  const environment = readEnvironment({ RINTIS_DATA: data, FFMPEG_PATH: path.join(data, 'none'), ...env })
  return { environment, paths, database, files: makeFiles(data) }
}

const parts = await partsIn()

test('a machine that others reach is not filled with people whose password nobody chose', async () => {
  const reached = await partsIn({ HOST: '0.0.0.0', RINTIS_URL: 'https://rintis.example' })
  await expect(keepDemo(reached)).rejects.toThrow('RINTIS_DEMO_PASSWORD')
})

test('a fill-in that was broken off is begun anew, once; a later start says the password again', {
  timeout: 600_000,
}, async () => {
  const half = { id: randomUUIDv7(), slug: agency.slug, name: agency.name, isDemo: true }
  await database.query.insertInto('agency').values(half).execute()
  expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: false })
  const accounts = await keepDemo(parts)
  expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: true })
  expect(accounts[0]?.password).toMatch(/^[\w-]{16}$/)
  const again = { password: 'sembilan burung', now: parts.environment.now(), files: parts.files, ffmpeg: undefined }
  await expect(fillDemo(database, again)).rejects.toThrow('conflict')
  expect(await hasDemo(database)).toBe(true)
  expect(await keepDemo(parts)).toEqual(accounts)
  expect(await keepDemo(await partsIn())).toEqual([])
})

test('no other agency can be removed in its place', async () => {
  const id = randomUUIDv7()
  await database.query.insertInto('agency').values({ id, slug: 'sungguhan', name: 'Instansi lain' }).execute()
  await expect(removeDemoAgency(database, id)).rejects.toThrow('is no demonstration')
})

test('it goes as a whole: no row of it and no account is left', async () => {
  expect(await dropDemo(parts)).toBe(true)
  expect(await rowsLeft(database)).toEqual([])
  expect(await dropDemo(parts)).toBe(false)
})
