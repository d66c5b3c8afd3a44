export { noticeJobs } from './jobs.ts'
export { noticeRoutes } from './routes.tsx'
export { countUnread } from './store.ts'
