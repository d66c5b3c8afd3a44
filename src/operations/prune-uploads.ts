import { pruneUploads } from '#files'
import { withParts } from './installation.ts'
import type { Operation } from './operation.ts'

export const prune: Operation = {
  summary: 'menghapus unggahan yang ditinggalkan dan isi berkas yang tidak dipakai lagi',
  run: ({ environment }) =>
    withParts(environment, async ({ database, files }) => {
      const swept = await pruneUploads(database, files, environment.now())
      const lines = [`${swept.uploads} unggahan dan ${swept.blobs} isi berkas dihapus, ${swept.bytes} bita.`]
      return { lines, value: swept }
    }),
}
