import path from 'node:path'
import type { Tools } from '../../src/worker.ts'
import { testNow } from './app.ts'
import type { TestDatabase } from './database.ts'
import { makeFiles } from './files.ts'

/** What jobs work with, in the folder and over the test's database; letters go nowhere, but for what the test says. */
export function makeTools(database: TestDatabase, folder: string, but: Partial<Tools> = {}): Tools {
  const files = makeFiles(folder)
  const key = Buffer.alloc(32, 1)
  const backup: Tools['backup'] = {
    databaseUrl: database.url,
    blobs: files.blobs,
    keys: { secret: 'only for tests', fieldKey: key, indexKey: key },
    folder: path.join(folder, 'backup'),
    space: files.space,
    version: '0.0.0',
    clock: () => testNow,
  }
  return {
    mailer: async () => undefined,
    url: 'https://rintis.example.go.id',
    files,
    findMedia: async () => undefined,
    stopping: new AbortController().signal,
    office: undefined,
    backup,
    fixity: { storages: [], clock: () => testNow },
    ...but,
  }
}
