import { choiceRoutes } from './choice-routes.tsx'
import { consensusRoutes } from './consensus-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { judgeRoutes } from './judge-routes.tsx'
import { prepareRoutes } from './prepare-routes.tsx'
import type { PublicSideOf } from './reading-view.ts'
import { assessmentRoutes } from './routes.tsx'
import { sheetRoutes } from './sheet-routes.tsx'
import type { CompetitionSide } from './view.ts'

export { shareOut } from './assignment.ts'
export { type AimedEdition, aimsInWords, type CheckedRule, rulesTogether } from './choice.ts'
export { beginAssessment, chooseProjects } from './commands.ts'
export { comparable, correct } from './correction.ts'
export { nameJudge } from './judge-commands.ts'
export { decideAssessment, openAssessment } from './life-commands.ts'
export { assessmentEvents } from './pages/words.ts'
export { listAssessed as listJudged, listJudges } from './panel-store.ts'
export { rank } from './ranking.ts'
export type { PublicSideOf } from './reading-view.ts'
export { listCriteria } from './rubric-store.ts'
export { drawAnew } from './sensitivity.ts'
export { declareNoConflict, saveMarks, submitSheet } from './sheet-commands.ts'
export { listSubmitted, listWaitingSheets, type WaitingSheet } from './sheet-store.ts'
export { type AssessmentRow, chosenProject, findAssessment, isUnchosen, listAssessments, listChosen } from './store.ts'
export { type CompetitionSide, mayJudgeEvidenceFile, viewAssessment } from './view.ts'

/** All addresses of this slice; what lies above it is handed in. */
export const assessmentRooms = (side: CompetitionSide, publicSideOf: PublicSideOf) => [
  assessmentRoutes,
  decisionRoutes(side),
  choiceRoutes(side),
  consensusRoutes,
  judgeRoutes,
  prepareRoutes,
  sheetRoutes(publicSideOf),
]
