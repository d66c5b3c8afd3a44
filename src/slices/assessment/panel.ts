import type { AssessmentState } from './assessment.ts'

type Pair = { projectId: string; judgeId: string }
type SheetState = Pair & { submittedAt: Date | null }

/** How far a panel has come: who is asked for which sheet, and who stays out. */
export type Panel = {
  state: AssessmentState
  judgeIds: readonly string[]
  projectIds: readonly string[]
  sheets: readonly SheetState[]
  recusals: readonly Pair[]
}

const isSame = (a: Pair, b: Pair) => a.projectId === b.projectId && a.judgeId === b.judgeId

/** Every sheet that is asked for: each judge and project, but for those that do not go together. */
export const expectedOf = ({ judgeIds, projectIds, recusals }: Panel): Pair[] =>
  projectIds.flatMap((projectId) =>
    judgeIds
      .map((judgeId) => ({ projectId, judgeId }))
      .filter((pair) => !recusals.some((recusal) => isSame(recusal, pair))),
  )

/** Whether this judge's sheet of the project is in. */
export const isIn = ({ sheets }: Pick<Panel, 'sheets'>, pair: Pair): boolean =>
  sheets.some((sheet) => sheet.submittedAt !== null && isSame(sheet, pair))

/** The sheets that are still to come. */
export const missingOf = (panel: Panel): Pair[] => expectedOf(panel).filter((pair) => !isIn(panel, pair))

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
      (panel.state === 'open' && personId !== null && isIn(panel, { projectId, judgeId: personId })),
  )
