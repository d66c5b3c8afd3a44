import { backup as write } from '../backup/index.ts'
import { version } from '../root.ts'
import { withParts } from './installation.ts'
import { demanded, type Operation } from './operation.ts'

export const backup: Operation = {
  summary: 'menulis cadangan basis data dan berkas, dengan jumlah periksa, ke folder baru',
  usage: '--to FOLDER',
  options: { to: { type: 'string' } },
  run: (call) => {
    const to = demanded(call, 'to')
    return withParts(call.environment, async ({ environment, secrets, files }) => {
      const manifest = await write({
        databaseUrl: environment.databaseUrl ?? '',
        blobs: files.blobs,
        keys: secrets,
        to,
        version,
        now: environment.now(),
      })
      const { count, bytes, spoilt } = manifest.files
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const lines = [
        `Cadangan selesai: ${to} (${rows} baris, ${count} berkas).`,
        `Kuncinya ada di ${to}/keys.json: simpan terpisah dari cadangan, karena dengannya cadangan dapat dibaca.`,
        ...spoilt.map(({ agencyId, sha256 }) => `Hilang atau rusak, tidak ikut: ${agencyId}/${sha256}`),
      ]
      return { lines, value: { to, rows, files: count, bytes, spoilt }, isWell: spoilt.length === 0 }
    })
  },
}
