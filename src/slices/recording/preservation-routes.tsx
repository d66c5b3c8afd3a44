import { pageNumber } from '#kit/list.ts'
import { namesOf } from '#people'
import { listPreservation } from '#preservation'
import { routes, signedIn } from '#web/request.ts'
import { PreservationPage } from './pages/preservation-page.tsx'
import { rowOf } from './recording-view.ts'

/** What happened to a recording's bytes and to what is said of it. */
export const preservationRoutes = routes().get('/dokumentasi/:code/riwayat', signedIn, async (c) => {
  const { db } = c.var
  const row = await rowOf(c)
  const page = await listPreservation(db, row.id, pageNumber(c.req.query('halaman')))
  const names = await namesOf(
    db,
    page.rows.map(({ personId }) => personId),
  )
  return c.render(<PreservationPage row={row} page={page} names={names} />)
})
