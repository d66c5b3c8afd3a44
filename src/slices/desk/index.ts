export { placesOf } from './places.ts'
export { deskRoutes } from './routes.tsx'
