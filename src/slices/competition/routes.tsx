import { routes } from '#web/request.ts'
import { editionRoutes } from './edition-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { maturityRoutes } from './maturity-routes.tsx'

const rooms = [editionRoutes, maturityRoutes, letterRoutes, entryRoutes]

/** All addresses of the competition; those that an entry's code or field would be taken for come first. */
export const competitionRoutes = routes()
for (const room of rooms) competitionRoutes.route('/', room)
