import type { HeadedUnit } from '#people'

/** Why a judge does not mark a project: what the judge is to it, or what the judge declared. */
export type RecusalCause = 'agent' | 'head' | 'member' | 'above' | 'unit' | 'declared' | 'found'

/** Tidak menilai: a judge who stays out of one project, and why. */
export type Recusal = { projectId: string; judgeId: string; cause: RecusalCause; note: string }

/** A project as far as it decides who may not judge it. */
export type Ties = {
  unitId: string
  /** Everybody who holds or held its seat. */
  agentIds: readonly string[]
  headIds: readonly string[]
  /** Who heads a unit above its own; see `headsOver`. */
  aboveIds: readonly string[]
  memberIds: readonly string[]
}

/** What keeps a judge from marking a project, the closest first; null when nothing does. */
export function tieOf(judge: { personId: string; unitId: string | null }, project: Ties): RecusalCause | null {
  if (project.agentIds.includes(judge.personId)) return 'agent'
  if (project.headIds.includes(judge.personId)) return 'head'
  if (project.memberIds.includes(judge.personId)) return 'member'
  if (project.aboveIds.includes(judge.personId)) return 'above'
  return judge.unitId === project.unitId ? 'unit' : null
}

/** Who heads a unit, and who heads one above it. */
type Over = Pick<Ties, 'headIds' | 'aboveIds'>

/**
 * Who heads each unit and who a unit above it. The head of the one unit that stands above all others heads everybody
 * alike, so favours nobody and may judge; where several units stand at the top, the head of each favours its own. Who
 * only fills the vacancy of a unit below the own one is its head, and of nothing above it. Settled: decision 40.
 */
export function headsOver(units: readonly HeadedUnit[]): ReadonlyMap<string, Over> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const tops = units.filter(({ parentId, isOpen }) => parentId === null && isOpen)
  const aboveAll = tops.length === 1 ? tops[0]?.id : undefined
  const namedFrom = (unit: HeadedUnit | undefined): string[] =>
    unit ? [...(unit.id === aboveAll ? [] : unit.namedIds), ...namedFrom(parentOf(unit))] : []
  const parentOf = ({ parentId }: HeadedUnit) => (parentId === null ? undefined : byId.get(parentId))
  return new Map(units.map((unit) => [unit.id, { headIds: unit.actingIds, aboveIds: namedFrom(parentOf(unit)) }]))
}

/** Nobody heads a unit that is not there. */
export const headless: Over = { headIds: [], aboveIds: [] }

/** Judges and projects that do not go together, each pair once. */
export const tiesAmong = (
  judges: readonly { personId: string; unitId: string | null }[],
  projects: readonly (Ties & { id: string })[],
): Recusal[] =>
  projects.flatMap((project) =>
    judges.flatMap((judge) => {
      const cause = tieOf(judge, project)
      return cause === null ? [] : [{ projectId: project.id, judgeId: judge.personId, cause, note: '' }]
    }),
  )

/** What a judge reads who asks for a sheet that is not there for them. */
export const causeSentences: Record<RecusalCause, string> = {
  agent: 'Anda tidak menilai proyek ini karena Anda agennya.',
  head: 'Anda tidak menilai proyek ini karena Anda atasan unit kerjanya.',
  member: 'Anda tidak menilai proyek ini karena Anda anggota timnya.',
  above: 'Anda tidak menilai proyek ini karena Anda atasan unit kerja di atas unit kerjanya.',
  unit: 'Anda tidak menilai proyek ini karena berasal dari unit kerja Anda sendiri.',
  found: 'Anda tidak menilai proyek ini karena sekretariat mencatat benturan kepentingan.',
  declared: 'Anda tidak menilai proyek ini karena Anda menyatakan benturan kepentingan.',
}
