import { openDatabase, openPool } from '#db/connect.ts'
import { openVault } from '#db/vault.ts'
import { accessList } from '#web/request.ts'
import { createApp } from '../app.tsx'
import { openFiles } from '../processes/files.ts'
import { pathsOf } from '../processes/folder.ts'
import type { Operation } from './operation.ts'

/** The application is only looked at: nothing is asked of its database, which isn't there. */
export const listRoutes: Operation = {
  summary: 'mencetak setiap alamat dan siapa yang boleh membukanya',
  run: async ({ environment }) => {
    const nobody = async () => undefined
    const vault = openVault(Buffer.alloc(32), Buffer.alloc(32))
    const pool = openPool('postgres://localhost/none', nobody)
    const database = openDatabase(pool, { publish: nobody, send: nobody, vault })
    const { url, now } = environment
    const files = openFiles(environment, pathsOf(environment.data))
    const secrets = { secret: 'x'.repeat(32), setUpKey: '' }
    const log = { error: () => undefined }
    const app = createApp({ database, files, url, secrets, now, log, development: true, outbox: '/' })
    const routes = accessList(app)
    const lines = routes.map(({ method, path, access }) => `${method.padEnd(6)} ${path.padEnd(56)} ${access ?? '-'}`)
    return { lines, value: routes, isWell: routes.every(({ access }) => access !== null) }
  },
}
