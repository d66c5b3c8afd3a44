import path from 'node:path'
import { importBag } from '#bag'
import { Halt } from '#kit/halt.ts'
import { withParts } from './installation.ts'
import type { Operation } from './operation.ts'

export const bagImport: Operation = {
  summary: 'memasukkan kantong arsip BagIt buatan Rintis; --dry-run hanya mengatakan apa yang akan terjadi',
  usage: '(FOLDER | BERKAS.zip) [--dry-run] [--unchecked]',
  options: { 'dry-run': { type: 'boolean' }, unchecked: { type: 'boolean' } },
  run: ({ environment, values, positionals }) => {
    const [from, ...more] = positionals
    if (from === undefined || more.length > 0) throw new Halt('usage', 'Sebut satu kantong; lihat --help.')
    const dryRun = values['dry-run'] === true
    return withParts(environment, async ({ database, files }) => {
      const letsIn = values.unchecked === true
      const taking = { from: path.resolve(from), dryRun, letsIn, now: environment.now() }
      const done = await importBag(database, files, taking)
      return { lines: linesOf(done, dryRun), value: done, isWell: done.refused.length === 0 }
    })
  },
}

function linesOf({ objects, added, refused }: Awaited<ReturnType<typeof importBag>>, dryRun: boolean): string[] {
  if (refused.length > 0) return [...refused, 'Kantong ini ditolak; tidak ada yang berubah.']
  const there = objects - added
  return [`${added} dokumentasi ${dryRun ? 'akan ' : ''}dimasukkan, ${there} sudah ada dan tetap seperti semula.`]
}
