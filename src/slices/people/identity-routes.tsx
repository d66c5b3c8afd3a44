import { routes } from '#web/request.ts'
import { acceptRoutes } from './accept-routes.tsx'
import { accessRoutes } from './access-routes.tsx'
import { accountRoutes } from './account-routes.tsx'
import type { Identity } from './identity.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { passwordRoutes } from './password-routes.tsx'
import type { Dispatch } from './resume-routes.tsx'
import { type FillDemo, setUpRoutes } from './set-up-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

/** What the installation around us can do. */
type Around = { sendsMail: boolean; fillDemo: FillDemo | undefined }

/** All pages about who somebody is and what they may do. `dispatch` gives a request to the whole application. */
export const identityRoutes = (people: Identity, dispatch: Dispatch, { sendsMail, fillDemo }: Around) =>
  routes()
    .route('/', signInRoutes(people, dispatch))
    .route('/', passwordRoutes(people))
    .route('/', accountRoutes)
    .route('/', acceptRoutes(people))
    .route('/', setUpRoutes(people, fillDemo))
    .route('/', invitationRoutes(people.url, sendsMail))
    .route('/', accessRoutes(people.url))
