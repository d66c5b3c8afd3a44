import type { Day } from '#kit/date.ts'
import { ageOf } from './age.ts'
import type { Edition } from './edition.ts'
import { isOver } from './edition-window.ts'
import { maturityInWords, maturityOf } from './maturity.ts'
import { ageInWords } from './readiness.ts'

/** What the rules of an edition look at before there is any entry. */
export type Innovation = {
  startedOn: Day | null
  isPublicService: boolean
  /** Stages that earlier entries passed. */
  awards: readonly string[]
}

/** Kelayakan edisi: whether an innovation is let in, and why not or what nobody knows. */
export type EditionFit = { label: string; state: 'fits' | 'unfit' | 'unknown'; reasons: string[] }

/** An award that an innovation had more often than an edition lets in (KIPP 2021 and 2023). */
export const awardsOver = (edition: Pick<Edition, 'awardRules' | 'stages'>, awards: readonly string[]) =>
  edition.awardRules.flatMap(({ award, most }) => {
    const times = awards.filter((one) => one === award).length
    const label = edition.stages.find(({ key }) => key === award)?.label ?? award
    return times > most ? [{ label, times, most }] : []
  })

export const awardInWords = ({ label, times, most }: ReturnType<typeof awardsOver>[number]): string =>
  `Inovasi ini sudah ${times} kali ${label}; kelompok ini menerima paling banyak ${most} kali.`

/** The editions of the competition that an innovation could still enter. */
const openOn = (editions: readonly Edition[], today: Day): Edition[] =>
  editions.filter((edition) => edition.form === 'kipp' && !isOver(edition, today))

/**
 * Whether an innovation can enter each edition that is still to close, by the edition's own rules: public service, age
 * on the day of closing, earlier awards. Settled: what is not known makes the answer unknown, never a guess, unless
 * something that is known already keeps it out.
 */
export const fitsOf = (innovation: Innovation, editions: readonly Edition[], today: Day): EditionFit[] =>
  openOn(editions, today).map((edition) => {
    const age = ageOf(innovation.startedOn, edition.minimumYears, edition.closingOn)
    const against = [
      ...(edition.needsPublicService && !innovation.isPublicService
        ? ['Proyek ini tidak menyangkut pelayanan publik.']
        : []),
      ...(age.state === 'young' ? [ageInWords(age)] : []),
      ...awardsOver(edition, innovation.awards).map(awardInWords),
    ]
    if (against.length > 0) return { label: edition.label, state: 'unfit', reasons: against }
    return { label: edition.label, state: age.state === 'enough' ? 'fits' : 'unknown', reasons: [ageInWords(age)] }
  })

/** Of all editions together: one that lets it in is enough; none that is known to be open says nothing. */
export function eligibilityIn(innovation: Innovation, editions: readonly Edition[], today: Day) {
  const fits = fitsOf(innovation, editions, today)
  const states = fits.map(({ state }) => state)
  const isUnfit = states.length > 0 && states.every((state) => state === 'unfit')
  const said = fits.map(({ label, reasons }) => `${label}: ${reasons.join(' ')}`)
  return {
    state: states.includes('fits') ? ('fits' as const) : isUnfit ? ('unfit' as const) : ('unknown' as const),
    reasons: said.length > 0 ? said : [maturityInWords(maturityOf(innovation.startedOn, editions, today))],
  }
}
