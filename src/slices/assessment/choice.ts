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
  /** Why it was chosen though it cannot. */
  despite: string
  decidedAt: Date
}

/** What is said when a choice is made. */
export type SaidChoice = Pick<Choice, 'projectId' | 'reason' | 'departure' | 'despite'>

/** Kelayakan: whether a project can enter the national competition by the rule of the year, with what stands on it. */
export type Eligibility = { state: 'fits' | 'unfit' | 'unknown'; reasons: readonly string[] }

const eligibilityWords: Record<Eligibility['state'], string> = {
  fits: 'memenuhi syarat',
  unfit: 'belum memenuhi syarat',
  unknown: 'belum diketahui',
}

/** "KIPP: belum memenuhi syarat. KIPP 2027: Belum cukup umur: …" */
export const eligibilityInWords = ({ state, reasons }: Eligibility): string =>
  `KIPP: ${eligibilityWords[state]}. ${reasons.join(' ')}`

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

/** Terbaik menurut area: of each reform area the projects that stand first among those that strengthen it. */
export type BestOfArea = { code: string; name: string; projectIds: string[] }

/** In the order of the areas; one in which nothing has a place is left out, equals share it. */
export const bestByArea = (
  ranking: readonly Ranked[],
  projects: readonly { id: string; areaCodes: readonly string[] }[],
  areas: readonly { code: string; name: string }[],
): BestOfArea[] =>
  areas.flatMap(({ code, name }) => {
    const inArea = new Set(projects.filter(({ areaCodes }) => areaCodes.includes(code)).map(({ id }) => id))
    const placed = ranking.flatMap(({ projectId, place }) =>
      place !== null && inArea.has(projectId) ? [{ projectId, place }] : [],
    )
    const best = Math.min(...placed.map(({ place }) => place))
    const first = placed.filter(({ place }) => place === best).map(({ projectId }) => projectId)
    return first.length === 0 ? [] : [{ code, name, projectIds: first }]
  })
