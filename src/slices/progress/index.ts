export { packEvidence } from './bundle-commands.ts'
export { bundleRoutes, sendBundle } from './bundle-routes.tsx'
export { reportProgress, returnReport, verifyReport } from './commands.ts'
export { compareRoutes } from './compare-routes.tsx'
export { decisionRoutes } from './decision-routes.tsx'
export {
  assignQuestions,
  bringEvidence,
  questionsAsDrawn,
  returnEvidence,
  verifyEvidence,
} from './evidence-commands.ts'
export { evidenceDecisionRoutes } from './evidence-decision-routes.tsx'
export { type LkeQuestion, lkeQuestionCodes, lkeQuestions } from './evidence-question.ts'
export { evidenceRoutes } from './evidence-routes.tsx'
export { type EvidenceRow, listEvidence } from './evidence-store.ts'
export { reportReminderJob } from './jobs.ts'
export { periodInWords } from './pages/period-words.ts'
export { Preview } from './pages/preview.tsx'
export { progressEvents, stateWords } from './pages/words.ts'
export { latePeriodOf, type Reporting } from './period-view.ts'
export { previewJobs } from './preview-jobs.ts'
export { questionRoutes } from './question-routes.tsx'
export { listProving, type ProvingRow } from './question-store.ts'
export { progressRoutes } from './routes.tsx'
export { scheduleRoutes } from './schedule-routes.tsx'
export { countWaiting, latestProgress } from './store.ts'
export { type ProgressSummary, percentOf } from './summary.ts'
export { listCourses, listProgress, mayReadEvidenceFile } from './view.ts'
