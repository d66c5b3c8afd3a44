import type { Edition } from './edition.ts'
import { editionParts } from './provenance.ts'

/**
 * The edition of another year, as long as its own rules are not known: those of this one, each marked as remembered, and
 * no dates. Nothing is claimed to have been read.
 */
export function nextEdition(edition: Edition, year: number): Edition {
  const source = `Disalin dari ${edition.label}`
  const others = editionParts.map((part) => [part, { certainty: 'remembered', source }])
  return {
    ...edition,
    key: renamed(edition.key, year, '-'),
    label: renamed(edition.label, year, ' '),
    year,
    basis: 'Belum diketahui',
    remark: `${source}, untuk menyusun lebih dahulu. Cocokkan dengan pedoman tahun ${year} sebelum mengirim.`,
    opensOn: null,
    closingOn: null,
    provenance: Object.fromEntries([
      ...others,
      ...(['basis', 'dates'] as const).map((part) => [part, { certainty: 'unknown', source: '' }]),
    ]),
  }
}

/** The year in a name becomes the new one; a name without a year gets it at its end. */
const renamed = (name: string, year: number, before: string): string =>
  /\b20\d\d\b/.test(name) ? name.replace(/\b20\d\d\b/, String(year)) : `${name}${before}${year}`
