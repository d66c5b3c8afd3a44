import { checkFixity } from '#files'
import { Halt } from '#kit/halt.ts'
import { copiesIn } from '../backup/index.ts'
import { withParts } from './installation.ts'
import type { Operation } from './operation.ts'

const words = { missing: 'hilang', changed: 'berubah' }

export const fixity: Operation = {
  summary: 'membandingkan isi berkas tersimpan dengan SHA-256-nya; --repair memperbaiki dari salinan harian',
  usage: '[--sample N] [--repair]',
  options: { sample: { type: 'string' }, repair: { type: 'boolean' } },
  run: ({ environment, values }) => {
    const sample = values.sample === undefined ? undefined : Number(values.sample)
    if (sample !== undefined && !(Number.isInteger(sample) && sample > 0))
      throw new Halt('usage', '--sample harus bilangan bulat lebih dari 0.')
    return withParts(environment, async ({ database, files, paths }) => {
      const found = await checkFixity(database, files.blobs, {
        ...(sample !== undefined && { sample }),
        ...(values.repair === true && { findCopy: copiesIn(paths.backup) }),
      })
      const lines = found.spoilt.map(
        ({ agencyId, sha256, why, isMended }) =>
          `${agencyId}/${sha256}: ${words[why]}${isMended ? ', sudah diperbaiki' : ''}`,
      )
      lines.push(`${found.checked} berkas diperiksa, ${found.spoilt.length} hilang atau berubah.`)
      return { lines, value: found, isWell: found.spoilt.every(({ isMended }) => isMended) }
    })
  },
}
