import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { vacantSeats } from '#project'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { replicateForm } from './forms.ts'
import { ReplicatePage } from './pages/replicate-page.tsx'
import { replicateProject } from './replicate-commands.ts'
import { findShownPlan } from './shown-plan-store.ts'
import { findShown } from './shown-store.ts'

/** The original as the public reads it, with the seats for whose project the actor may take it. */
async function pageOf(c: Context<Web>) {
  const { db, actor, today } = c.var
  const project = await findShown(db, c.req.param('code') ?? '')
  if (!project) throw notFound('Proyek ini tidak ada, atau tidak diterbitkan.')
  return { project, plan: await findShownPlan(db, project), seats: await vacantSeats(db, actor, today) }
}

/** Replicating a public project. Whoever comes without an account is asked to sign in, and led back here. */
export const replicateRoutes = routes()
  .get('/galeri/:code/tiru', signedIn, async (c) => {
    const page = await pageOf(c)
    const [only] = page.seats.length === 1 ? page.seats : []
    const form = blankForm({ id: randomUUIDv7(), ...(only && { seat_id: only.id }) })
    return c.render(<ReplicatePage {...page} form={form} />)
  })
  .post('/galeri/:code/tiru', signedIn, async (c) => {
    const page = await pageOf(c)
    const read = await readPosted(c, replicateForm)
    if (!read.ok) return c.render(<ReplicatePage {...page} form={read.form} />, read.status)
    const code = await replicateProject(c.var.db, c.var.actor, { code: page.project.code, ...read.value }, momentOf(c))
    say(c, 'Proyek dimulai dari proyek yang ditiru. Sesuaikan uraian dan kegiatannya dengan unit Anda.')
    return c.redirect(`/proyek/${code}`, 303)
  })
