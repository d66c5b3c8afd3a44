import type { Context } from 'hono'
import * as z from 'zod'
import { optionalId, rowId } from '#kit/schema.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import { StagePage } from './pages/stage-page.tsx'
import { sittingPolicy } from './policy.ts'
import { listSlides } from './slide-store.ts'
import { choiceOf, seenOf } from './slides.ts'
import { stageOf, stateOf } from './stage.ts'
import { beginSlot, endSlot, unbeginSlot } from './stage-commands.ts'
import { sittingOf } from './view.ts'

/** The slides that were chosen go on being shown when their slot begins. */
const slotForm = z.object({ slot: rowId, salindia: optionalId })

type Act = typeof beginSlot

/** Carries out an act of the stage, and shows the stage anew. */
const actOn = (act: Act) => async (c: Context<Web>) => {
  const { sitting } = await sittingOf(c)
  const read = await readPosted(c, slotForm)
  if (read.ok) await act(c.var.db, c.var.actor, { sittingId: sitting.id, slotId: read.value.slot }, momentOf(c))
  const chosen = read.ok && read.value.salindia ? `?salindia=${read.value.salindia}` : ''
  return c.redirect(`/paparan/${sitting.id}/panggung${chosen}`, 303)
}

/** What this request's address asks to see. */
async function seen(c: Context<Web>) {
  const { sitting, slots } = await sittingOf(c)
  const stage = stageOf(slots, c.req.query('paparan'))
  const slides = stage.shown ? await listSlides(c.var.db, [stage.shown.id]) : []
  const screen = seenOf(slides, c.req.query('salindia'))
  const state = [stateOf(slots), screen?.shown?.id].join(' ')
  return { sitting, slots, stage, slides, screen, state, choice: choiceOf(slides) }
}

/** The one page that is shown in the room: who presents, the slides, and how much time is left. */
export const stageRoutes = routes()
  .get('/paparan/:id/panggung', signedIn, async (c) => {
    const { paparan, salindia } = c.req.query()
    const asked = { paparan, salindia }
    const mayRecord = sittingPolicy.record(c.var.actor)
    return c.render(<StagePage {...(await seen(c))} {...{ asked, mayRecord }} now={c.var.now} />)
  })
  .get('/paparan/:id/panggung/kini', signedIn, async (c) => {
    const { state, choice } = await seen(c)
    return c.json({ state, choice })
  })
  .post('/paparan/:id/panggung/mulai', signedIn, actOn(beginSlot))
  .post('/paparan/:id/panggung/selesai', signedIn, actOn(endSlot))
  .post('/paparan/:id/panggung/batal', signedIn, actOn(unbeginSlot))
