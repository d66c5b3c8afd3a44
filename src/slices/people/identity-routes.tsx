import { routes } from '#web/request.ts'
import type { Identity } from './identity.ts'
import type { Dispatch } from './resume-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

/** All pages about who somebody is and what they may do. `dispatch` gives a request to the whole application. */
export const identityRoutes = (people: Identity, dispatch: Dispatch) =>
  routes().route('/', signInRoutes(people, dispatch))
