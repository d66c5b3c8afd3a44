import { expect, test } from 'vitest'
import { readEnvironment } from '#environment'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { dropDemo, keepDemo } from './demo.ts'
import { openFolder } from './folder.ts'

const database = await freshDatabase()

async function partsIn(env: Record<string, string> = {}) {
  const data = freshFolder()
  const { paths } = await openFolder(data, '1.0.0')
  return { environment: readEnvironment({ RINTIS_DATA: data, ...env }), paths, database, files: makeFiles(data) }
}

test('a machine that others reach is not filled with people whose password nobody chose', async () => {
  const parts = await partsIn({ HOST: '0.0.0.0', RINTIS_URL: 'https://rintis.example' })
  await expect(keepDemo(parts)).rejects.toThrow('RINTIS_DEMO_PASSWORD')
})

test('a later start says the password again that the demonstration was filled in with', {
  timeout: 240_000,
}, async () => {
  const parts = await partsIn()
  const accounts = await keepDemo(parts)
  expect(accounts[0]?.password).toMatch(/^[\w-]{16}$/)
  expect(await keepDemo(parts)).toEqual(accounts)
  expect(await keepDemo(await partsIn())).toEqual([])
  expect(await dropDemo(parts)).toBe(true)
  expect(await dropDemo(parts)).toBe(false)
})
