export { agreeFollowUp } from './commands.ts'
export { FollowUpTable } from './pages/follow-up-table.tsx'
export { followUpEvents } from './pages/words.ts'

export { followUpRoutes } from './routes.tsx'
export { type FollowUpRow, listFollowUps } from './store.ts'
