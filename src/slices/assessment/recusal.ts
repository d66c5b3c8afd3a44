/** Why a judge does not mark a project: what the judge is to it, or what the judge declared. */
export type RecusalCause = 'agent' | 'head' | 'member' | 'unit' | 'declared' | 'found'

/** Tidak menilai: a judge who stays out of one project, and why. */
export type Recusal = { projectId: string; judgeId: string; cause: RecusalCause; note: string }

/** A project as far as it decides who may not judge it. */
export type Ties = {
  unitId: string
  /** Everybody who holds or held its seat. */
  agentIds: readonly string[]
  headIds: readonly string[]
  memberIds: readonly string[]
}

/** What keeps a judge from marking a project, the closest first; null when nothing does. */
export function tieOf(judge: { personId: string; unitId: string | null }, project: Ties): RecusalCause | null {
  if (project.agentIds.includes(judge.personId)) return 'agent'
  if (project.headIds.includes(judge.personId)) return 'head'
  if (project.memberIds.includes(judge.personId)) return 'member'
  return judge.unitId === project.unitId ? 'unit' : null
}

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
  unit: 'Anda tidak menilai proyek ini karena berasal dari unit kerja Anda sendiri.',
  found: 'Anda tidak menilai proyek ini karena sekretariat mencatat benturan kepentingan.',
  declared: 'Anda tidak menilai proyek ini karena Anda menyatakan benturan kepentingan.',
}
