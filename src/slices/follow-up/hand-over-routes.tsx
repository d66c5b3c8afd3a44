import type { Context } from 'hono'
import { agentInSeat, findSeat } from '#appointment'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { handOverForm } from './forms.ts'
import { handOver } from './hand-over-commands.ts'
import { findPassing, listLeftBehind } from './hand-over-store.ts'
import { HandOverPage, type Passing } from './pages/hand-over-page.tsx'
import { handOverPolicy } from './policy.ts'

/** The seat of the address with everything that passes on with it. */
async function passingOf(c: Context<Web>): Promise<Passing> {
  const { db, actor, today } = c.var
  const seat = await findSeat(db, c.req.param('id') ?? '')
  authorize(handOverPolicy, actor, 'read', seat)
  const project = await findPassing(db, seat.id)
  const successor = await agentInSeat(db, seat.id, today)
  return {
    seat,
    project: project ?? null,
    successor: successor ?? null,
    left: await listLeftBehind(db, today, seat.id),
  }
}

export const handOverRoutes = routes()
  .get('/kedudukan/:id/serah-terima', signedIn, async (c) => {
    const passing = await passingOf(c)
    const form = blankForm({ follow_up_ids: passing.left.map(({ id }) => id), reason: '' })
    return c.render(<HandOverPage {...passing} form={form} />)
  })
  .post('/kedudukan/:id/serah-terima', signedIn, async (c) => {
    const passing = await passingOf(c)
    const read = await readPosted(c, handOverForm)
    if (!read.ok) return c.render(<HandOverPage {...passing} form={read.form} />, read.status)
    try {
      const count = await handOver(c.var.db, c.var.actor, passing.seat.id, read.value, momentOf(c))
      say(c, `${count} tindak lanjut diserahkan kepada ${passing.successor?.name ?? 'agen pengganti'}.`)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
      return c.render(<HandOverPage {...passing} form={form} />, status)
    }
    return c.redirect(c.req.path, 303)
  })
