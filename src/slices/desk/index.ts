export { eventWords } from './event-words.ts'
export { journalRoutes } from './journal-routes.tsx'
export { places } from './pages/places.ts'
export { deskRoutes } from './routes.tsx'
