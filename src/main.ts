import { parseArgs } from 'node:util'
import { readEnvironment } from '#environment'
import { Halt } from '#kit/halt.ts'
import { end, untilStopped } from './processes/end.ts'
import { supervise } from './processes/supervisor.ts'

const usage = `Pemakaian: npm start [-- --demo] [-- --port N]

  --demo     mengisi program peragaan lebih dahulu, dan mencetak akunnya
  --port N   porta HTTP (sama dengan PORT=N)

Variabel lingkungan dan kode keluar: docs/operations.md
`

/**
 * The supervisor, or one role of it: a child that the supervisor started, or the one that `RINTIS_ROLE` names. What a
 * role stands on is read only then, so that whatever must be mended first is said at once.
 */
async function main(): Promise<number> {
  const { help, port, child, demo = false } = readArguments()
  if (help) {
    process.stdout.write(usage)
    return 0
  }
  const environment = readEnvironment({ ...process.env, ...(port !== undefined && { PORT: port }) })
  const stopped = untilStopped()
  const role = () => import('./processes/role.ts')
  if (child === 'web' || child === 'worker') return (await role()).runRole(child, environment, stopped, true)
  for (const warning of environment.warnings) process.stderr.write(`${warning}\n`)
  if (environment.role === 'all') return supervise(environment, stopped, { demo })
  if (demo) throw new Halt('usage', '--demo hanya untuk RINTIS_ROLE=all; pakai: npm run rintis -- demo')
  return (await role()).runRole(environment.role, environment, stopped, false)
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        child: { type: 'string' },
        demo: { type: 'boolean' },
      },
    }).values
  } catch {
    throw new Halt('usage', `Opsi tidak dikenal atau kurang lengkap.\n\n${usage}`)
  }
}

process.on('uncaughtException', end)
process.on('unhandledRejection', end)

try {
  process.exit(await main())
} catch (error) {
  end(error)
}
