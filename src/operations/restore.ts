import path from 'node:path'
import { writeWhole } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { restore as bringBack, type Keys } from '../backup/index.ts'
import { updateDatabase } from '../processes/database.ts'
import { openFiles } from '../processes/files.ts'
import { pathsOf } from '../processes/folder.ts'
import { keepSecrets } from '../processes/secrets.ts'
import { root } from '../root.ts'
import { findRunning, withServer } from './installation.ts'
import { demanded, type Operation } from './operation.ts'

export const restore: Operation = {
  summary: 'memulihkan cadangan; menolak pemasangan yang sudah berisi, kecuali dengan --force',
  usage: '--from FOLDER [--force]',
  options: { from: { type: 'string' }, force: { type: 'boolean' } },
  run: async (call) => {
    const { environment, values } = call
    const from = demanded(call, 'from')
    if (await findRunning(environment))
      throw new Halt('folder', 'Rintis sedang berjalan di folder data ini: hentikan dahulu, lalu ulangi.')
    const paths = pathsOf(environment.data)
    return withServer(
      environment,
      async (databaseUrl, settle) => {
        const { manifest, keys } = await bringBack({
          from,
          databaseUrl,
          blobs: openFiles(environment, paths).blobs,
          migrations: path.join(root, 'migrations'),
          keys: await keepSecrets(environment, paths.secret, true),
          keysMayChange: !environment.fieldKey && !environment.indexKey,
          force: values.force === true,
        })
        await keepKeys(paths.secret, keys)
        await updateDatabase(databaseUrl)
        await settle()
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        const lines = [`Dipulihkan dari cadangan ${manifest.madeAt}: ${rows} baris, ${manifest.files.count} berkas.`]
        return { lines, value: { madeAt: manifest.madeAt, rows, files: manifest.files.count } }
      },
      { onlyIfMade: false },
    )
  },
}

/** What stands in the environment goes before it, as always. */
async function keepKeys(folder: string, { secret, fieldKey, indexKey }: Keys): Promise<void> {
  await writeWhole(path.join(folder, 'session'), secret)
  await writeWhole(path.join(folder, 'field-key'), fieldKey.toString('hex'))
  await writeWhole(path.join(folder, 'index-key'), indexKey.toString('hex'))
}
