import { parseArgs } from 'node:util'
import { readEnvironment } from '#environment'
import { exitCodes, Halt } from '#kit/halt.ts'
import { backup } from './operations/backup.ts'
import { fixity } from './operations/check-fixity.ts'
import { invitedAdmin } from './operations/create-admin.ts'
import { demo } from './operations/demo.ts'
import { doctor } from './operations/doctor.ts'
import { bagExport } from './operations/export-bag.ts'
import { bagImport } from './operations/import-bag.ts'
import { migrate } from './operations/migrate.ts'
import { move } from './operations/move-files.ts'
import type { Operation } from './operations/operation.ts'
import { prune } from './operations/prune-uploads.ts'
import { restore } from './operations/restore.ts'
import { listRoutes } from './operations/routes.ts'
import { verifyJournals } from './operations/verify-journal.ts'
import { end } from './processes/end.ts'

const operations: Record<string, Operation> = {
  backup,
  'check-fixity': fixity,
  'create-admin': invitedAdmin,
  demo,
  doctor,
  'export-bag': bagExport,
  'import-bag': bagImport,
  migrate,
  'move-files': move,
  'prune-uploads': prune,
  restore,
  routes: listRoutes,
  'verify-journal': verifyJournals,
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(usage())
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (operation === undefined) throw new Halt('usage', `Perintah "${name}" tidak ada.\n\n${usage()}`)
  const { values, positionals } = readArguments(name, operation, args)
  if (values.help) {
    print(usageOf(name, operation))
    return exitCodes.done
  }
  const environment = readEnvironment(process.env)
  for (const warning of environment.warnings) process.stderr.write(`${warning}\n`)
  const { lines, value, isWell = true } = await operation.run({ environment, values, positionals })
  print(values.json ? JSON.stringify(value) : lines.join('\n'))
  return isWell ? exitCodes.done : exitCodes.failed
}

function readArguments(name: string, operation: Operation, args: string[]) {
  const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...operation.options, ...everywhere },
      allowPositionals: true,
    })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch {
    throw new Halt('usage', `Opsi tidak dikenal atau kurang lengkap.\n\n${usageOf(name, operation)}`)
  }
}

function usage(): string {
  const width = Math.max(...Object.keys(operations).map((name) => name.length))
  const list = Object.entries(operations).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return ['Pemakaian: npm run rintis -- <perintah> [--json] [--help]', '', ...list].join('\n')
}

const usageOf = (name: string, { usage: after, summary }: Operation): string =>
  [`Pemakaian: npm run rintis -- ${[name, after, '[--json]'].filter(Boolean).join(' ')}`, '', `  ${summary}`].join('\n')

const print = (text: string) => process.stdout.write(`${text}\n`)

process.on('uncaughtException', end)
process.on('unhandledRejection', end)

try {
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  end(error)
}
