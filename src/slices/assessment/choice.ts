import { conflict } from '#kit/refusal.ts'
import type { Ranked } from './ranking.ts'

/** Pilihan: the project that was chosen as the best of those that concern public service, with the reason. */
export type Choice = {
  projectId: string
  reason: string
  /** Why not the first. */
  departure: string
  /** Whether it could enter the national competition, in words as that was known then; empty where nobody asked. */
  eligibility: string
  /** The same rule by rule; empty where it was chosen before rules were kept, or no edition was known to be open. */
  rules: readonly CheckedRule[]
  /** At which categories the projects of the assessment aimed then. */
  aims: readonly AimedEdition[]
  /** Why it was chosen though it cannot. */
  despite: string
  decidedAt: Date
}

/** What is said when a choice is made. */
export type SaidChoice = Pick<Choice, 'projectId' | 'reason' | 'departure' | 'despite'>

/** Syarat yang diperiksa: one rule of one edition, whether a project keeps it, by which datum, and where that stands. */
export type CheckedRule = {
  /** Label of the edition. */
  edition: string
  rule: string
  state: 'fits' | 'unfit' | 'unknown'
  datum: string
  source: string
}

/** Kelayakan: whether a project can enter the national competition by the rule of the year, with what stands on it. */
export type Eligibility = {
  state: CheckedRule['state']
  reasons: readonly string[]
  /** Rule by rule, edition by edition; none where no edition is known to be open. */
  rules: readonly CheckedRule[]
}

/**
 * Of several rules, or editions, taken together: what fails one rule fails, and what is not known leaves the rest
 * unknown (settled: never a guess).
 */
export const rulesTogether = (states: readonly CheckedRule['state'][]): CheckedRule['state'] =>
  states.includes('unfit') ? 'unfit' : states.includes('unknown') ? 'unknown' : 'fits'

export const eligibilityWords: Record<Eligibility['state'], string> = {
  fits: 'memenuhi syarat',
  unfit: 'belum memenuhi syarat',
  unknown: 'belum diketahui',
}

/** "KIPP: belum memenuhi syarat. KIPP 2027: Belum cukup umur: …" */
export const eligibilityInWords = ({ state, reasons }: Eligibility): string =>
  `KIPP: ${eligibilityWords[state]}. ${reasons.join(' ')}`

/** The rules of each edition, and how it stands when they are taken together. */
export const byEdition = (rules: readonly CheckedRule[]) =>
  [...Map.groupBy(rules, ({ edition }) => edition)].map(([edition, own]) => ({
    ...{ edition, rules: own },
    state: rulesTogether(own.map(({ state }) => state)),
  }))

/** The same in short where its rules are listed beside; of an older choice all that was said. */
export const eligibilityInShort = ({ eligibility, rules }: Pick<Choice, 'eligibility' | 'rules'>): string => {
  if (rules.length === 0) return eligibility
  return `${byEdition(rules)
    .map(({ edition, state }) => `${edition}: ${eligibilityWords[state]}`)
    .join('; ')}.`
}

/** Putusan yang ditarik: a choice as it was said, who took it back, and why. */
export type WithdrawnChoice = Choice & {
  id: string
  because: string
  withdrawnAt: Date
  accountId: string
  personId: string | null
}

type Eligible = { id: string; isPublicService: boolean }

/** The projects that can be chosen: ranked, and concerning public service. In the order of the ranking. */
export const choosable = (ranking: readonly Ranked[], projects: readonly Eligible[]): Ranked[] =>
  ranking.filter(
    ({ place, projectId }) =>
      place !== null && projects.some(({ id, isPublicService }) => id === projectId && isPublicService),
  )

/** Whether the project stands first among those that can be chosen; of equals each does. */
export const isFirst = (among: readonly Ranked[], projectId: string): boolean =>
  among.find((one) => one.projectId === projectId)?.place === among[0]?.place

/**
 * What keeps a project from being chosen, and the field that mends it; null when nothing does. Whoever chooses another
 * than the first, or one that cannot enter the national competition, says why; what is not known asks for nothing.
 */
export function choiceFault(
  among: readonly Ranked[],
  said: Pick<Choice, 'projectId' | 'departure' | 'despite'>,
  eligibility: Eligibility | undefined,
): { field: 'project_id' | 'departure' | 'despite'; sentence: string } | null {
  if (!among.some(({ projectId }) => projectId === said.projectId))
    return { field: 'project_id', sentence: 'Pilih proyek pelayanan publik yang sudah mempunyai peringkat.' }
  if (!isFirst(among, said.projectId) && said.departure === '')
    return {
      field: 'departure',
      sentence: 'Proyek ini bukan yang pertama di antara proyek pelayanan publik. Tulis mengapa tetap dipilih.',
    }
  if (eligibility?.state === 'unfit' && said.despite === '')
    return {
      field: 'despite',
      sentence: `Proyek ini belum dapat masuk kompetisi nasional. ${eligibility.reasons.join(' ')} Tulis mengapa tetap dipilih.`,
    }
  return null
}

/** Throws a conflict unless the project can be chosen so. */
export function checkChoice(...asked: Parameters<typeof choiceFault>): void {
  const fault = choiceFault(...asked)
  if (fault) throw conflict(fault.sentence)
}

/** Projects that are compared with each other alone: those of a reform area, or those that aim at one category. */
type Group = { code: string; name: string; memberIds: ReadonlySet<string> }

/** Terbaik dalam kelompok: of a group the projects that stand first in it; equals share it. */
export type BestOfGroup = { code: string; name: string; projectIds: string[] }

/** In the order of the groups; one in which nothing has a place is left out. */
const bestOfEach = (ranking: readonly Ranked[], groups: readonly Group[]): BestOfGroup[] =>
  groups.flatMap(({ code, name, memberIds }) => {
    const placed = ranking.flatMap(({ projectId, place }) =>
      place !== null && memberIds.has(projectId) ? [{ projectId, place }] : [],
    )
    const best = Math.min(...placed.map(({ place }) => place))
    const first = placed.filter(({ place }) => place === best).map(({ projectId }) => projectId)
    return first.length === 0 ? [] : [{ code, name, projectIds: first }]
  })

/** The first of each reform area. */
export const bestByArea = (
  ranking: readonly Ranked[],
  projects: readonly { id: string; areaCodes: readonly string[] }[],
  areas: readonly { code: string; name: string }[],
): BestOfGroup[] => {
  const within = (code: string) => projects.filter(({ areaCodes }) => areaCodes.includes(code)).map(({ id }) => id)
  return bestOfEach(
    ranking,
    areas.map((area) => ({ ...area, memberIds: new Set(within(area.code)) })),
  )
}

/** Edisi yang dituju: the categories of an edition, and which of them each project aims at. */
export type AimedEdition = {
  label: string
  categories: { key: string; label: string }[]
  aims: { projectId: string; category: string; reason: string }[]
}

/** Terbaik menurut kategori: of one edition, the first of each category. */
export type BestByCategory = { edition: string; groups: BestOfGroup[] }

/** The group of those that named no category, which stands last: nobody is put into one by guessing. */
export const noCategory = { code: '', name: 'Belum memilih kategori' }

/** The first of each category of each edition at which somebody aims. */
export const bestByCategory = (ranking: readonly Ranked[], aimed: readonly AimedEdition[]): BestByCategory[] =>
  aimed.map(({ label, categories, aims }) => {
    const within = (key: string) => aims.filter(({ category }) => category === key).map(({ projectId }) => projectId)
    const groups = categories.map(({ key, label: name }) => ({ code: key, name, memberIds: new Set(within(key)) }))
    const isIn = (id: string) => groups.some(({ memberIds }) => memberIds.has(id))
    const others = ranking.map(({ projectId }) => projectId).filter((id) => !isIn(id))
    return { edition: label, groups: bestOfEach(ranking, [...groups, { ...noCategory, memberIds: new Set(others) }]) }
  })

/** "Kesehatan (KIPP 2027, kelompok umum)": at what a project aims in each edition; nothing where it named none. */
export const aimsInWords = (aimed: readonly AimedEdition[], projectId: string): string[] =>
  aimed.flatMap(({ label, categories, aims }) => {
    const aim = aims.find((one) => one.projectId === projectId)
    const category = categories.find(({ key }) => key === aim?.category)
    return category ? [`${category.label} (${label})`] : []
  })
