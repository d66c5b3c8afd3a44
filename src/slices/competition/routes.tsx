import { routes } from '#web/request.ts'
import { answerRoutes } from './answer-routes.tsx'
import { editionDraftRoutes } from './edition-draft-routes.tsx'
import { editionRoutes } from './edition-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { exportRoutes } from './export-routes.tsx'
import { intendedCategoryRoutes } from './intended-category-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { maturityRoutes } from './maturity-routes.tsx'
import { remarkRoutes } from './remark-routes.tsx'
import { resultRoutes } from './result-routes.tsx'

const rooms = [
  editionRoutes,
  editionDraftRoutes,
  maturityRoutes,
  intendedCategoryRoutes,
  letterRoutes,
  resultRoutes,
  remarkRoutes,
  exportRoutes,
  entryRoutes,
  answerRoutes,
]

/** All addresses of the competition; those that an entry's code or field would be taken for come first. */
export const competitionRoutes = routes()
for (const room of rooms) competitionRoutes.route('/', room)
