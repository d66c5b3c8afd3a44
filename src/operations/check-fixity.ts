import { checkFixity, type Fixity } from '#files'
import { Halt } from '#kit/halt.ts'
import { openChecked } from '../processes/files.ts'
import { withParts } from './installation.ts'
import type { Operation } from './operation.ts'

const words = { missing: 'hilang', changed: 'berubah' }

export const fixity: Operation = {
  summary:
    'membandingkan isi berkas tersimpan dengan SHA-256-nya; --repair memperbaiki dari tempat simpan lain atau salinan harian',
  usage: '[--sample N] [--repair]',
  options: { sample: { type: 'string' }, repair: { type: 'boolean' } },
  run: ({ environment, values }) => {
    const sample = values.sample === undefined ? undefined : Number(values.sample)
    if (sample !== undefined && !(Number.isInteger(sample) && sample > 0))
      throw new Halt('usage', '--sample harus bilangan bulat lebih dari 0.')
    return withParts(environment, async ({ database, paths }) => {
      const sum = { checked: 0, bytes: 0, spoilt: [] as (Fixity['spoilt'][number] & { storage: string })[] }
      // The second copy is somebody else's to fill: its own round reads it.
      for (const storage of openChecked(environment, paths).filter(({ name }) => name !== 'mirror')) {
        const { findCopy, name } = storage
        const found = await checkFixity(database, storage, {
          ...(sample !== undefined && { sample }),
          ...(values.repair === true && { findCopy }),
        })
        sum.checked += found.checked
        sum.bytes += found.bytes
        sum.spoilt.push(...found.spoilt.map((one) => ({ ...one, storage: name })))
      }
      const lines = sum.spoilt.map(
        ({ agencyId, sha256, why, isMended, storage }) =>
          `${agencyId}/${sha256}: ${words[why]} di ${storage}${isMended ? ', sudah diperbaiki' : ''}`,
      )
      lines.push(`${sum.checked} berkas diperiksa, ${sum.spoilt.length} hilang atau berubah.`)
      return { lines, value: sum, isWell: sum.spoilt.every(({ isMended }) => isMended) }
    })
  },
}
