export { agreeFollowUp, closeFollowUp, finishFollowUp } from './commands.ts'
export { isPending } from './follow-up.ts'
export { FollowUpTable } from './pages/follow-up-table.tsx'
export { followUpEvents } from './pages/words.ts'

export { mayClose, seesProjectOf } from './policy.ts'
export { followUpRoutes } from './routes.tsx'
export { type FollowUpRow, listFollowUps, listOwners } from './store.ts'
export { mayReadFollowUpFile } from './view.tsx'
