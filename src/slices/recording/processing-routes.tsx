import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { retryProcessing } from './processing-commands.ts'

/** What may be done about the making of lighter versions. */
export const processingRoutes = routes().post('/dokumentasi/:code/olah', signedIn, async (c) => {
  const { code } = c.req.param()
  await retryProcessing(c.var.db, c.var.actor, code, c.var.now)
  say(c, 'Dokumentasi akan diolah lagi.')
  return c.redirect(`/dokumentasi/${code}`, 303)
})
