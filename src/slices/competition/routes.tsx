import { routes } from '#web/request.ts'
import { editionRoutes } from './edition-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { maturityRoutes } from './maturity-routes.tsx'

/** All addresses of the room; those that an entry's code or field would be taken for come first. */
export const competitionRoutes = routes().route('/', editionRoutes).route('/', maturityRoutes).route('/', entryRoutes)
