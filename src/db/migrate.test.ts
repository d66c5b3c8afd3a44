import { appendFile, cp } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { migrateOrHalt } from './server.ts'

test('a migration that was changed after it was applied refuses, before what is new is applied', async () => {
  const { url, query } = await freshDatabase()
  const folder = path.join(freshFolder(), 'migrations')
  await cp('migrations', folder, { recursive: true })
  expect(await migrateOrHalt(url, folder)).toEqual([])
  await appendFile(path.join(folder, '0006_file.sql'), '-- lain\n')
  await appendFile(path.join(folder, '9000_new.sql'), 'create table new_one (id uuid);\n')
  await expect(migrateOrHalt(url, folder)).rejects.toThrow(
    /0006_file\.sql diubah sesudah diterapkan[\s\S]*Tidak ada yang berubah/,
  )
  const names = await query.introspection.getTables()
  expect(names.map(({ name }) => name)).not.toContain('new_one')
})
