export { nationalRoutes } from './national-routes.tsx'
export { watchesNation } from './policy.ts'
