export { readsLke } from './policy.ts'
export { lkeRoutes } from './routes.tsx'
