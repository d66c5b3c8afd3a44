import { listShown, listShownPosters } from '#gallery'
import { listUnread } from '#notices'
import { anyone, routes, signedIn } from '#web/request.ts'
import { homeOf } from './home-view.ts'
import { HomePage } from './pages/home-page.tsx'
import { doors } from './pages/places.ts'
import { PublicHomePage } from './pages/public-home-page.tsx'
import { RoomsPage } from './pages/rooms-page.tsx'

/** Published projects on the first page of all; the others are one step away. */
const publicHomeProjects = 12

export const deskRoutes = routes()
  .get('/', anyone, async (c) => {
    const projects = await listShown(c.var.database, publicHomeProjects)
    const posters = await listShownPosters(c.var.database, projects, c.var.now)
    return c.render(<PublicHomePage isSignedIn={c.var.session !== null} {...{ projects, posters }} />)
  })

  .get('/beranda', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const [home, { newest: notices, unread }] = await Promise.all([homeOf(c.var), listUnread(db, actor, 5)])
    c.set('noticeCount', unread)
    return c.render(<HomePage {...home} notices={notices} today={today} />)
  })

  .get('/lainnya', signedIn, (c) => c.render(<RoomsPage doors={doors.filter(({ isOpen }) => isOpen(c.var.actor))} />))
