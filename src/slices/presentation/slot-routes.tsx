import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import type * as z from 'zod'
import { runsProgramme } from '#kit/actor.ts'
import { isDay } from '#kit/date.ts'
import { blankForm, type Form, typedOf } from '#kit/form.ts'
import { forbidden, isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isId, numberInWords } from '#kit/text.ts'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { dropAbsence, noteAbsence } from './absence-commands.ts'
import { absenceForm, moveForm, planForm } from './forms.ts'
import { exchangeSlots, moveSlot, undoMove } from './move-commands.ts'
import { AbsencePage } from './pages/absence-page.tsx'
import { BoardPage } from './pages/board-page.tsx'
import { MovePage } from './pages/move-page.tsx'
import { PlanPage, planDefaults } from './pages/plan-page.tsx'
import { keepPlan } from './plan-commands.ts'
import { type Draft, draftPlan, seenOf } from './plan-view.ts'
import { maySchedule } from './policy.ts'
import { isOpen } from './presentation.ts'
import { listAbsences } from './schedule-store.ts'
import { scheduleOn } from './schedule-view.ts'
import { minutesOf } from './sitting.ts'
import { personsOf } from './sitting-routes.tsx'
import { listSittingsFrom, listSittingsOn } from './sitting-store.ts'
import { findLastMove } from './slot-move-store.ts'
import { candidatesFor, sittingOf } from './view.ts'

function refuseOthers(c: Context<Web>): void {
  if (!maySchedule(c.var.actor)) throw forbidden()
}

/** What an automatic schedule can be made of. */
async function toPlan(c: Context<Web>) {
  refuseOthers(c)
  const { db, actor, today } = c.var
  return { sittings: await listSittingsFrom(db, today), candidates: await candidatesFor(db, actor, today) }
}

const drawPlan = async (c: Context<Web>, form: Form, draft: Draft | null, status: PageStatus) =>
  c.render(<PlanPage {...(await toPlan(c))} {...{ form, draft }} />, status)

type Planned = z.output<typeof planForm>

const askedOf = ({ replan, pauseFrom, pauseUntil, restFrom, restUntil, ...typed }: Planned) => ({
  ...typed,
  replan: replan === 'yes',
  breaks: [
    { from: pauseFrom, until: pauseUntil },
    { from: restFrom, until: restUntil },
  ]
    .filter(({ from }) => from !== '')
    .map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) })),
})

/** The slot of this address, and where it could go. */
async function toMove(c: Context<Web>) {
  refuseOthers(c)
  const { db, today } = c.var
  const { sitting, slots } = await sittingOf(c)
  const slot = slots.find(({ id }) => id === c.req.param('slot'))
  if (!slot) throw notFound()
  const sittings = await listSittingsFrom(db, today)
  const planned = await scheduleOn(
    db,
    sittings.map(({ heldOn }) => heldOn),
  )
  const others = planned.slots.filter(({ id, row }) => id !== slot.id && isOpen(row))
  return { sitting, slot, sittings, others }
}

/** The absences that whoever asks may see, and for whom they may say one. */
async function absencesOf(c: Context<Web>) {
  const { db, actor, today } = c.var
  const runs = runsProgramme(actor)
  if (!runs && actor.personId === null) throw forbidden()
  return {
    absences: await listAbsences(db, today, runs ? null : actor.personId),
    persons: runs ? await personsOf(c) : null,
  }
}

const blankAbsence = (c: Context<Web>) => blankForm(typedOf({ id: randomUUIDv7(), personId: c.var.actor.personId }))

/** What is planned and who is away; before the routes of one sitting, which would take these addresses for its id. */
export const slotRoutes = routes()
  .get('/paparan/rencana', signedIn, async (c) => {
    const found = await toPlan(c)
    const form = blankForm(planDefaults(found.sittings, found.candidates))
    return c.render(<PlanPage {...found} {...{ form, draft: null }} />)
  })
  .post('/paparan/rencana', signedIn, async (c) => {
    refuseOthers(c)
    const { db, actor, today } = c.var
    const typed = await readTyped(c)
    const read = await readPosted(c, planForm)
    if (!read.ok) return drawPlan(c, read.form, null, read.status)
    const asked = askedOf(read.value)
    const show = async (remark?: string) => {
      const draft = await draftPlan(db, actor, asked, today)
      const form = { ...blankForm({ ...read.typed, plan: seenOf(draft) }), ...(remark && { remark }) }
      return drawPlan(c, form, draft, remark ? 409 : 200)
    }
    if (typed.act !== 'keep') return show()
    try {
      const { count, day } = await keepPlan(db, actor, asked, read.value.plan, momentOf(c))
      say(c, `Jadwal disimpan untuk ${numberInWords(count)} paparan. Yang diundang diberi tahu.`)
      return c.redirect(`/paparan/papan?hari=${day}`, 303)
    } catch (error) {
      if (isStale(error)) return show('Jadwalnya berubah sejak Anda melihatnya. Periksa lagi, lalu simpan.')
      const { form, status } = refusedForm(error, read.typed, { field: 'sitting_ids' })
      return drawPlan(c, form, await draftPlan(db, actor, asked, today), status)
    }
  })
  .get('/paparan/papan', signedIn, async (c) => {
    refuseOthers(c)
    const { db, today } = c.var
    const typed = c.req.query('hari') ?? ''
    const day = isDay(typed) ? typed : ((await listSittingsFrom(db, today))[0]?.heldOn ?? today)
    const sittings = await listSittingsOn(db, day)
    const { slots, away } = await scheduleOn(db, [day])
    const lastMove = await findLastMove(
      db,
      sittings.map(({ id }) => id),
    )
    return c.render(<BoardPage {...{ day, sittings, slots, away, lastMove }} />)
  })
  .post('/paparan/urung/:move', signedIn, async (c) => {
    refuseOthers(c)
    if (!isId(c.req.param('move'))) throw notFound()
    const { day, isPlan } = await undoMove(c.var.db, c.var.actor, c.req.param('move'), momentOf(c))
    say(c, isPlan ? 'Susunan sebelumnya dikembalikan.' : 'Pemindahan diurungkan.')
    return c.redirect(`/paparan/papan?hari=${day}`, 303)
  })
  .get('/paparan/:id/pindah/:slot', signedIn, async (c) => {
    const found = await toMove(c)
    const { sittingId, beginsAt } = found.slot
    return c.render(<MovePage {...found} form={blankForm(typedOf({ sittingId, beginsAt, swapWith: '' }))} />)
  })
  .post('/paparan/:id/pindah/:slot', signedIn, async (c) => {
    const found = await toMove(c)
    const { db, actor } = c.var
    const read = await readPosted(c, moveForm)
    if (!read.ok) return c.render(<MovePage {...found} form={read.form} />, read.status)
    const wanted = read.value
    const to = 'to' in wanted ? wanted.to : null
    try {
      if ('to' in wanted) await moveSlot(db, actor, found.slot.id, wanted.to, momentOf(c))
      else await exchangeSlots(db, actor, found.slot.id, wanted.swapWith, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: to ? 'begins_at' : 'swap_with' })
      return c.render(<MovePage {...found} form={form} />, status)
    }
    say(c, to ? 'Paparan dipindahkan.' : 'Kedua paparan ditukar.')
    const day = found.sittings.find(({ id }) => id === to?.sittingId)?.heldOn ?? found.sitting.heldOn
    return c.redirect(`/paparan/papan?hari=${day}`, 303)
  })
  .get('/paparan/halangan', signedIn, async (c) =>
    c.render(<AbsencePage {...(await absencesOf(c))} form={blankAbsence(c)} />),
  )
  .post('/paparan/halangan', signedIn, async (c) => {
    const found = await absencesOf(c)
    const read = await readPosted(c, absenceForm)
    if (!read.ok) return c.render(<AbsencePage {...found} form={read.form} />, read.status)
    await noteAbsence(c.var.db, c.var.actor, read.value, momentOf(c))
    say(c, 'Waktu berhalangan dicatat.')
    return c.redirect('/paparan/halangan', 303)
  })
  .post('/paparan/halangan/:absence/hapus', signedIn, async (c) => {
    if (!isId(c.req.param('absence'))) throw notFound()
    await dropAbsence(c.var.db, c.var.actor, c.req.param('absence'), momentOf(c))
    say(c, 'Waktu berhalangan dihapus.')
    return c.redirect('/paparan/halangan', 303)
  })
