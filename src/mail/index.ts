export type { Invitation, Letter, Mail } from './letter.tsx'
export { type Mailer, openMailer } from './mailer.ts'
export { mailJob, postLetter } from './post.ts'
export { outboxRoutes } from './routes.tsx'
