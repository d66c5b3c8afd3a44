// npm run tables: writes src/db/tables.ts from a database that is migrated for it and thrown away. Needs Node 24.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { root } from './ground.mjs'

process.chdir(root)
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-tables-'))
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
  settings: ['fsync=off'],
})
let status = 1
try {
  await migrate(postgres.url)
  const shape = ['--dialect=postgres', '--camel-case', '--date-parser=string', '--type-mapping={"int8":"number"}']
  const generator = 'node_modules/kysely-codegen/dist/cli/bin.js'
  const args = [generator, `--url=${postgres.url}`, ...shape, '--out-file=src/db/tables.ts']
  status = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = status
