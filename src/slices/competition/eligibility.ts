import { type CheckedRule, rulesTogether } from '#assessment'
import { type Day, dayInWords } from '#kit/date.ts'
import { type Age, ageOf } from './age.ts'
import type { Edition } from './edition.ts'
import { isOver } from './edition-window.ts'
import { maturityInWords, maturityOf } from './maturity.ts'
import { certaintyWords, type EditionPart } from './provenance.ts'
import { ageInWords } from './readiness.ts'

/** What the rules of an edition look at before there is any entry. */
export type Innovation = {
  startedOn: Day | null
  isPublicService: boolean
  /** Stages that earlier entries passed. */
  awards: readonly string[]
}

/** Kelayakan edisi: whether an innovation is let in, rule by rule, and why not or what nobody knows. */
export type EditionFit = {
  label: string
  state: CheckedRule['state']
  reasons: string[]
  rules: CheckedRule[]
}

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
    const rules = [
      ...publicServiceRule(edition, innovation),
      ageRule(edition, innovation, age),
      ...awardRules(edition, innovation),
    ].map((rule) => ({ edition: edition.label, ...rule }))
    const state = rulesTogether(rules.map((rule) => rule.state))
    const against = rules.filter((rule) => rule.state === 'unfit').map(({ reason }) => reason)
    const reasons = against.length > 0 ? against : [ageInWords(age)]
    return { label: edition.label, state, reasons, rules: rules.map(({ reason: _, ...rule }) => rule) }
  })

/** A rule as it was checked; the reason is what is said where it alone keeps an innovation out. */
type Checked = Omit<CheckedRule, 'edition'> & { reason: string }

function publicServiceRule({ needsPublicService, provenance }: Edition, { isPublicService }: Innovation): Checked[] {
  if (!needsPublicService) return []
  const datum = `Proyek ini ${isPublicService ? '' : 'tidak '}menyangkut pelayanan publik.`
  const source = sourceOf('Uraian proyek', provenance, 'groups')
  return [{ rule: 'Pelayanan publik', state: isPublicService ? 'fits' : 'unfit', datum, source, reason: datum }]
}

function ageRule({ minimumYears, provenance }: Edition, { startedOn }: Innovation, age: Age): Checked {
  const reason = ageInWords(age)
  return {
    rule: minimumYears === null ? 'Umur paling sedikit' : `Umur paling sedikit ${minimumYears} tahun`,
    state: age.state === 'enough' ? 'fits' : age.state === 'young' ? 'unfit' : 'unknown',
    datum: [startedOn && `Mulai diterapkan ${dayInWords(startedOn)}.`, reason].filter(Boolean).join(' '),
    source: sourceOf('Tanggal mulai pada uraian proyek', provenance, 'age'),
    reason,
  }
}

function awardRules(edition: Edition, { awards }: Innovation): Checked[] {
  return edition.awardRules.map(({ award, most }) => {
    const label = edition.stages.find(({ key }) => key === award)?.label ?? award
    const times = awards.filter((one) => one === award).length
    return {
      rule: most === 0 ? `Belum pernah ${label}` : `Paling banyak ${most} kali ${label}`,
      state: times > most ? 'unfit' : 'fits',
      datum: times === 0 ? `Tidak ada hasil ${label} yang tercatat.` : `${times} kali ${label} menurut yang tercatat.`,
      source: sourceOf('Riwayat hasil di Rintis', edition.provenance, 'groups'),
      reason: awardInWords({ label, times, most }),
    }
  })
}

/** Where the datum stands, and where the edition's rule comes from. */
function sourceOf(datum: string, provenance: Edition['provenance'], part: EditionPart): string {
  const { certainty, source } = provenance[part]
  return `${datum}. Aturannya: ${[source, certaintyWords[certainty].toLowerCase()].filter(Boolean).join('; ')}.`
}

/** Of all editions together: one that lets it in is enough; none that is known to be open says nothing. */
export function eligibilityIn(innovation: Innovation, editions: readonly Edition[], today: Day) {
  const fits = fitsOf(innovation, editions, today)
  const states = fits.map(({ state }) => state)
  const isUnfit = states.length > 0 && states.every((state) => state === 'unfit')
  const said = fits.map(({ label, reasons }) => `${label}: ${reasons.join(' ')}`)
  return {
    state: states.includes('fits') ? ('fits' as const) : isUnfit ? ('unfit' as const) : ('unknown' as const),
    reasons: said.length > 0 ? said : [maturityInWords(maturityOf(innovation.startedOn, editions, today))],
    rules: fits.flatMap(({ rules }) => rules),
  }
}
