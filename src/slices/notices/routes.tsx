import { pageNumber } from '#kit/list.ts'
import { notFound } from '#kit/refusal.ts'
import { rowId } from '#kit/schema.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readAllNotices, readNotice } from './commands.ts'
import { NoticesPage } from './pages/notices-page.tsx'
import { countUnread, listNotices } from './store.ts'

export const noticeRoutes = routes()

noticeRoutes.get('/pemberitahuan', signedIn, async (c) => {
  const { db, actor } = c.var
  const page = await listNotices(db, actor, pageNumber(c.req.query('halaman')))
  return c.render(<NoticesPage page={page} unread={await countUnread(db, actor)} />)
})

noticeRoutes.post('/pemberitahuan/baca', signedIn, async (c) => {
  await readAllNotices(c.var.db, c.var.actor, c.var.now)
  say(c, 'Semua pemberitahuan ditandai sudah dibaca.')
  return c.redirect('/pemberitahuan', 303)
})

noticeRoutes.post('/pemberitahuan/:id/buka', signedIn, async (c) => {
  const id = rowId.safeParse(c.req.param('id'))
  if (!id.success) throw notFound()
  return c.redirect(await readNotice(c.var.db, c.var.actor, id.data, c.var.now), 303)
})
