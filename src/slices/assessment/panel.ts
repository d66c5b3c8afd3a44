import type { AssessmentState } from './assessment.ts'

/** A judge and a project. */
export type Pair = { projectId: string; judgeId: string }
type SheetState = Pair & { submittedAt: Date | null }

/** How far a panel has come: who is asked for which sheet, and who stays out. */
export type Panel = {
  state: AssessmentState
  judgeIds: readonly string[]
  projectIds: readonly string[]
  sheets: readonly SheetState[]
  recusals: readonly Pair[]
  /** Which sheets are asked for; null where every judge marks every project. */
  assigned: readonly Pair[] | null
}

const keyOf = ({ projectId, judgeId }: Pair) => `${projectId} ${judgeId}`
const isSame = (a: Pair, b: Pair) => a.projectId === b.projectId && a.judgeId === b.judgeId

/**
 * Every sheet that is asked for: each judge and project, or those that were shared out, but for those that do not go
 * together and for judges who were released.
 */
export function expectedOf({ judgeIds, projectIds, recusals, assigned }: Panel): Pair[] {
  const out = new Set(recusals.map(keyOf))
  const asked = assigned && new Set(assigned.map(keyOf))
  return projectIds.flatMap((projectId) =>
    judgeIds
      .map((judgeId) => ({ projectId, judgeId }))
      .filter((pair) => !out.has(keyOf(pair)) && (asked === null || asked.has(keyOf(pair)))),
  )
}

/** Whether this judge's sheet of the project is in. */
export const isIn = ({ sheets }: Pick<Panel, 'sheets'>, pair: Pair): boolean =>
  sheets.some((sheet) => sheet.submittedAt !== null && isSame(sheet, pair))

/** Whether there is anything from which to keep the judge: a place on the panel or a sheet, and no recusal yet. */
export const mayBeKeptFrom = ({ judgeIds, sheets, recusals }: Panel, pair: Pair): boolean =>
  (judgeIds.includes(pair.judgeId) || sheets.some((sheet) => isSame(sheet, pair))) &&
  !recusals.some((recusal) => isSame(recusal, pair))

/** How many sheets are asked of each judge: of whom the fewest, and of whom the most. */
export function loadOf(panel: Panel): { fewest: number; most: number } {
  const asked = Map.groupBy(expectedOf(panel), ({ judgeId }) => judgeId)
  const counts = panel.judgeIds.map((judgeId) => asked.get(judgeId)?.length ?? 0)
  return counts.length === 0 ? { fewest: 0, most: 0 } : { fewest: Math.min(...counts), most: Math.max(...counts) }
}

/**
 * The projects that fewer judges mark, or have marked, than each should have: because of conflicts of interest and of
 * judges who left. They can be ranked from two sheets on, so whoever opens and decides has to know of them.
 */
export function thinlyJudged(panel: Panel, fewest: number): string[] {
  const out = new Set(panel.recusals.map(keyOf))
  const sent = panel.sheets.filter((sheet) => sheet.submittedAt !== null && !out.has(keyOf(sheet)))
  const judges = Map.groupBy([...expectedOf(panel), ...sent], ({ projectId }) => projectId)
  return panel.projectIds.filter((id) => new Set(judges.get(id)?.map(({ judgeId }) => judgeId)).size < fewest)
}

/** The sheets that are still to come. */
export function missingOf(panel: Panel): Pair[] {
  const there = new Set(panel.sheets.filter(({ submittedAt }) => submittedAt !== null).map(keyOf))
  return expectedOf(panel).filter((pair) => !there.has(keyOf(pair)))
}

/** What somebody reads who decides too early. */
export const stillOpen = (count: number): string =>
  `Masih ada ${count} lembar penilaian yang belum dikirim. Tunggu, atau bebaskan penilai yang berhalangan.`

/** Whether all marks may be seen: when nothing can be marked any more, or nobody is left who has not. */
export const isUncovered = (panel: Panel): boolean =>
  panel.state === 'decided' || panel.state === 'closed' || (panel.state === 'open' && missingOf(panel).length === 0)

/**
 * The projects whose marks this person may see. Judges are blind: before all sheets are in, a judge sees those of a
 * project once the own sheet of it is locked, and nobody else sees any.
 */
export const visibleTo = (panel: Panel, personId: string | null): string[] =>
  panel.projectIds.filter(
    (projectId) =>
      isUncovered(panel) ||
      (panel.state === 'open' &&
        personId !== null &&
        isIn(panel, { projectId, judgeId: personId }) &&
        !panel.recusals.some((recusal) => isSame(recusal, { projectId, judgeId: personId }))),
  )
