import { type Day, dayInWords } from '#kit/date.ts'
import { type Age, ageOf, anniversary } from './age.ts'
import type { Edition } from './edition.ts'

/** Kematangan: from which edition of the national competition on an innovation may enter. */
export type Maturity =
  | { state: 'known'; edition: Edition; closingOn: Day; ripeOn: Day }
  /** No edition that is still to close is known to let it in; `ripeOn` is what the newest known rule gives. */
  | { state: 'unknown'; lacks: 'start' | 'edition'; ripeOn: Day | null; years: number | null }

/**
 * The first edition that is not over and for which the innovation is old enough. Settled: where the rule or the date of
 * an edition is not known the answer is "belum diketahui", never a guess: an edition that might come first and of which
 * something is not known makes the whole answer unknown.
 */
export function maturityOf(startedOn: Day | null, editions: readonly Edition[], today: Day): Maturity {
  if (startedOn === null) return { state: 'unknown', lacks: 'start', ripeOn: null, years: null }
  const open = editions.filter(({ form, closingOn }) => form === 'kipp' && (closingOn === null || closingOn >= today))
  const fits = open.flatMap((edition) => {
    const age = ageOf(startedOn, edition.minimumYears, edition.closingOn)
    return age.state === 'enough' ? [{ edition, closingOn: age.closingOn, ripeOn: age.ripeOn }] : []
  })
  const [first] = fits.sort((a, b) => (a.closingOn < b.closingOn ? -1 : a.closingOn > b.closingOn ? 1 : 0))
  const isDoubtful = open.some(
    ({ minimumYears, closingOn }) =>
      closingOn !== null && minimumYears === null && first !== undefined && closingOn < first.closingOn,
  )
  if (first && !isDoubtful) return { state: 'known', ...first }
  const years = newestAgeRule(editions)
  return { state: 'unknown', lacks: 'edition', ripeOn: years === null ? null : anniversary(startedOn, years), years }
}

/** The age rule of the newest edition of which it is known; of groups in one year the strictest. */
function newestAgeRule(editions: readonly Edition[]): number | null {
  const known = editions.flatMap(({ form, year, minimumYears }) =>
    form === 'kipp' && minimumYears !== null && year !== null ? [{ year, years: minimumYears }] : [],
  )
  const newest = Math.max(...known.map(({ year }) => year))
  const ofNewest = known.filter(({ year }) => year === newest).map(({ years }) => years)
  return ofNewest.length === 0 ? null : Math.max(...ofNewest)
}

/** How old it is for each edition of the competition, past ones too: what the page of a project lists. */
export const agesOf = (startedOn: Day | null, editions: readonly Edition[]): { edition: Edition; age: Age }[] =>
  editions
    .filter(({ form }) => form === 'kipp')
    .map((edition) => ({ edition, age: ageOf(startedOn, edition.minimumYears, edition.closingOn) }))

/** "Edisi pertama: KIPP 2027, kelompok umum, ditutup 6 Mei 2027." */
export function maturityInWords(maturity: Maturity): string {
  if (maturity.state === 'known')
    return `${maturity.edition.label}, ditutup ${dayInWords(maturity.closingOn)}. Cukup umur mulai ${dayInWords(maturity.ripeOn)}.`
  if (maturity.lacks === 'start') return 'Belum diketahui: tanggal mulai diterapkan belum diisi.'
  if (maturity.ripeOn === null) return 'Belum diketahui: aturan umur edisi mana pun belum diketahui.'
  const year = Number(maturity.ripeOn.slice(0, 4))
  return `Belum diketahui: aturan edisi berikutnya belum ada. Menurut aturan ${maturity.years} tahun: edisi ${year} bila ditutup ${dayInWords(maturity.ripeOn)} atau sesudahnya, selain itu edisi ${year + 1}.`
}
