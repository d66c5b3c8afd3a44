import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listOwners } from '#follow-up'
import { runsProgramme } from '#kit/actor.ts'
import { type CalendarEvent, calendarFile } from '#kit/calendar.ts'
import { allTypedIn, blankForm, type Form, staleForm, type Typed, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, isStale } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { nameInFull } from '#people'
import { titleOf } from '#project'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { eventOfSitting, eventOfSlot } from './calendar.ts'
import { attendanceForm, judgesForm, newSittingForm, sittingForm, slotsForm } from './forms.ts'
import { listLackingSittings } from './missing-view.ts'
import { AttendancePage, JudgesPage } from './pages/minutes-pages.tsx'
import { clashesIn } from './pages/remarks.ts'
import { NewSittingPage, SittingFormPage } from './pages/sitting-form-page.tsx'
import { SittingListPage } from './pages/sitting-list-page.tsx'
import { SittingPage } from './pages/sitting-page.tsx'
import { SlotsPage } from './pages/slots-page.tsx'
import { maySchedule, presentsAt, sittingPolicy } from './policy.ts'
import { scheduleOn } from './schedule-view.ts'
import type { Sitting } from './sitting.ts'
import {
  arrangeSitting,
  cancelSitting,
  changeSitting,
  recordAttendance,
  scheduleSitting,
  seatJudges,
} from './sitting-commands.ts'
import { listSittings } from './sitting-store.ts'
import { attendanceOf, candidatesFor, judgesToChoose, type SittingView, sittingOf, wholeOf } from './view.ts'

const usualMinutes = '20'

/** The sitting of this address, for whoever runs the programme. */
async function toChange(c: Context<Web>): Promise<SittingView> {
  const view = await sittingOf(c)
  const attendeeIds = [...view.attendees, ...view.judges].map(({ personId }) => personId)
  authorize(sittingPolicy, c.var.actor, 'change', { ...view.sitting, slots: view.slots, attendeeIds })
  return view
}

/** Those who can be named in minutes: whoever can sign in to the agency as one of its persons. */
export const personsOf = async (c: Context<Web>) =>
  (await listOwners(c.var.db)).map((person) => ({ value: person.id, label: nameInFull(person) }))

const factsOf = ({ title, heldOn, beginsAt, endsAt, place, link, slidesDueOn, revision }: Sitting) =>
  typedOf({ title, heldOn, beginsAt, endsAt, place, link, slidesDueOn, revision })

const slotsOf = ({ sitting, slots }: SittingView) =>
  typedOf({
    revision: sitting.revision,
    endsAt: sitting.endsAt,
    minutes: usualMinutes,
    ...Object.fromEntries(slots.map(({ id }, at) => [`slot_${at + 1}`, id])),
    ...Object.fromEntries(slots.map(({ beginsAt }, at) => [`begins_at_${at + 1}`, beginsAt])),
    ...Object.fromEntries(slots.map(({ isFixed }, at) => [`fixed_${at + 1}`, isFixed ? 'yes' : ''])),
    ...Object.fromEntries(slots.map(({ minutes }, at) => [`minutes_${at + 1}`, minutes])),
  })

/** What was typed of each slot, in the order in which they stand now; a slot that came since as it is stored. */
function typedAgain(typed: Typed, stored: SittingView): Typed {
  const theirs = slotsOf(stored)
  const rows = stored.slots.flatMap(({ id }, at) => {
    const was = Object.keys(typed).find((name) => /^slot_\d+$/.test(name) && typed[name] === id)
    const from = was ? typed : theirs
    const number = was ? was.slice('slot_'.length) : at + 1
    const parts = ['slot', 'begins_at', 'minutes', 'fixed', 'out']
    return parts.map((part) => [`${part}_${at + 1}`, from[`${part}_${number}`] ?? ''] as const)
  })
  const { codes = [], minutes = usualMinutes, ends_at = stored.sitting.endsAt } = typed
  return { ...Object.fromEntries(rows), codes, minutes, ends_at }
}

/** Whether a form has a line for each slot that the sitting has now, in their order. */
const isDrawnOf = (typed: Typed, { slots }: SittingView) =>
  typed[`slot_${slots.length + 1}`] === undefined && slots.every(({ id }, at) => typed[`slot_${at + 1}`] === id)

/** Whoever presents, or heads who does, comes for their own slots; judges and everybody else for the whole sitting. */
function eventsFor({ actor, zone }: Web['Variables'], { sitting, slots, judges }: SittingView): CalendarEvent[] {
  const isJudge = judges.some(({ personId }) => personId === actor.personId)
  const own = isJudge || runsProgramme(actor) ? [] : slots.filter((slot) => presentsAt(actor, slot))
  if (own.length === 0) return [eventOfSitting(sitting, zone)]
  return own.map((slot) =>
    eventOfSlot(
      {
        ...{ id: slot.id, title: titleOf(slot), heldOn: sitting.heldOn, beginsAt: slot.beginsAt ?? '' },
        ...{ minutes: slot.minutes ?? 0, sequence: slot.sequence },
      },
      sitting,
      zone,
    ),
  )
}

async function drawNew(c: Context<Web>, form: Form, status: PageStatus) {
  const candidates = await candidatesFor(c.var.db, c.var.actor, c.var.today)
  return c.render(<NewSittingPage form={form} candidates={candidates} />, status)
}

async function drawSlots(c: Context<Web>, { sitting, slots }: SittingView, form: Form, status: PageStatus) {
  const candidates = await candidatesFor(c.var.db, c.var.actor, c.var.today)
  return c.render(<SlotsPage {...{ form, sitting, slots, candidates }} />, status)
}

async function drawAttendance(c: Context<Web>, view: SittingView, form: Form, status: PageStatus) {
  const groups = await attendanceOf(c, view, allTypedIn(form, 'person_ids'))
  return c.render(<AttendancePage form={form} sitting={view.sitting} groups={groups} />, status)
}

async function drawJudges(c: Context<Web>, view: SittingView, form: Form, status: PageStatus) {
  const groups = await judgesToChoose(c, view, allTypedIn(form, 'person_ids'))
  return c.render(<JudgesPage form={form} sitting={view.sitting} groups={groups} />, status)
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/paparan/${c.req.param('id')}`, 303)
}

export const sittingRoutes = routes()
  .get('/paparan', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const [upcoming, past] = [
      await listSittings(db, actor, { from: today }),
      await listSittings(db, actor, { before: today }),
    ]
    const may = maySchedule(actor)
    const lacking = may ? await listLackingSittings(db, upcoming) : []
    return c.render(<SittingListPage {...{ upcoming, past, lacking }} maySchedule={may} />)
  })
  .get('/paparan/baru', signedIn, async (c) => {
    if (!maySchedule(c.var.actor)) throw forbidden()
    const codes = c.req.query('proyek') ?? ''
    const first = { id: randomUUIDv7(), title: 'Sidang Paparan Rencana Aksi', codes, minutes: usualMinutes }
    return drawNew(c, blankForm(first), 200)
  })
  .post('/paparan', signedIn, async (c) => {
    if (!maySchedule(c.var.actor)) throw forbidden()
    const read = await readPosted(c, newSittingForm)
    if (!read.ok) return drawNew(c, read.form, read.status)
    const { id, codes, minutes, ...facts } = read.value
    try {
      await scheduleSitting(c.var.db, c.var.actor, { id, facts, codes, minutes }, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'begins_at' })
      return drawNew(c, form, status)
    }
    say(c, 'Sidang dijadwalkan. Agen dan atasannya diberi tahu.')
    return c.redirect(`/paparan/${id}`, 303)
  })
  .get('/paparan/:id', signedIn, async (c) => {
    const { db, actor } = c.var
    const view = await sittingOf(c)
    const { sitting } = view
    const whole = await wholeOf(db, actor, view.slots, new Map([[sitting.id, sitting]]))
    const mayRecord = sittingPolicy.record(actor)
    const mayMove = mayRecord && sitting.heldOn >= c.var.today
    const clashes = mayMove ? clashesIn(sitting, await scheduleOn(db, [sitting.heldOn])) : []
    return c.render(<SittingPage {...{ view, whole, actor, mayRecord, clashes }} />)
  })
  .get('/paparan/:id/kalender.ics', signedIn, async (c) => {
    const view = await sittingOf(c)
    const { sitting } = view
    return c.body(calendarFile(eventsFor(c.var, view), { method: 'PUBLISH', now: c.var.now }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="sidang-${sitting.heldOn}.ics"`,
    })
  })
  .get('/paparan/:id/ubah', signedIn, async (c) => {
    const { sitting } = await toChange(c)
    return c.render(<SittingFormPage form={blankForm(factsOf(sitting))} sitting={sitting} />)
  })
  .post('/paparan/:id/ubah', signedIn, async (c) => {
    const { sitting } = await toChange(c)
    const read = await readPosted(c, sittingForm)
    if (!read.ok) return c.render(<SittingFormPage form={read.form} sitting={sitting} />, read.status)
    try {
      await changeSitting(c.var.db, c.var.actor, sitting.id, read.value, momentOf(c))
    } catch (error) {
      const stored = factsOf((await toChange(c)).sitting)
      const { form, status } = refusedForm(error, read.typed, { field: 'begins_at', stored })
      return c.render(<SittingFormPage form={form} sitting={sitting} />, status)
    }
    return back(c, 'Sidang disimpan.')
  })
  .get('/paparan/:id/batalkan', signedIn, async (c) => {
    const { sitting, slots } = await toChange(c)
    const page = { action: c.req.path, act: 'Batalkan sidang', question: 'Batalkan sidang ini?' }
    return c.render(
      <ConfirmPage {...page} back={`/paparan/${sitting.id}`}>
        <p>
          {sitting.title} dihapus beserta {slots.length} paparan di dalamnya. Agen dan atasannya diberi tahu, dan
          rencananya menunggu sidang lain.
        </p>
      </ConfirmPage>,
    )
  })
  .post('/paparan/:id/batalkan', signedIn, async (c) => {
    const { sitting } = await toChange(c)
    await cancelSitting(c.var.db, c.var.actor, sitting.id, momentOf(c))
    say(c, 'Sidang dibatalkan.')
    return c.redirect('/paparan', 303)
  })
  .get('/paparan/:id/susunan', signedIn, async (c) => {
    const view = await toChange(c)
    return drawSlots(c, view, blankForm(slotsOf(view)), 200)
  })
  .post('/paparan/:id/susunan', signedIn, async (c) => {
    const view = await toChange(c)
    const read = await readPosted(c, slotsForm)
    const theirs = (stored: SittingView) => staleForm(typedAgain(read.typed, stored), slotsOf(stored))
    if (!isDrawnOf(read.typed, view)) return drawSlots(c, view, theirs(view), 409)
    if (!read.ok) return drawSlots(c, view, read.form, read.status)
    const { kept, ...arranged } = read.value
    const slots = kept.map(({ slot: id, beginsAt, minutes, fixed }) => ({
      ...{ id, beginsAt, minutes, isFixed: fixed === 'yes' },
    }))
    try {
      await arrangeSitting(c.var.db, c.var.actor, view.sitting.id, { ...arranged, kept: slots }, momentOf(c))
    } catch (error) {
      const stored = await toChange(c)
      if (isStale(error)) return drawSlots(c, stored, theirs(stored), 409)
      const { form, status } = refusedForm(error, read.typed, { field: 'begins_at_1' })
      return drawSlots(c, view, form, status)
    }
    return back(c, 'Susunan disimpan.')
  })
  .get('/paparan/:id/penilai', signedIn, async (c) => {
    const view = await toChange(c)
    const personIds = view.judges.map(({ personId }) => personId)
    return drawJudges(c, view, blankForm(typedOf({ revision: view.sitting.revision, personIds })), 200)
  })
  .post('/paparan/:id/penilai', signedIn, async (c) => {
    const view = await toChange(c)
    const read = await readPosted(c, judgesForm)
    if (!read.ok) return drawJudges(c, view, read.form, read.status)
    try {
      await seatJudges(c.var.db, c.var.actor, view.sitting.id, read.value, momentOf(c))
    } catch (error) {
      const now = await toChange(c)
      const stored = typedOf({ revision: now.sitting.revision })
      const { form, status } = refusedForm(error, read.typed, { field: 'person_ids', stored })
      return drawJudges(c, now, form, status)
    }
    return back(c, 'Penilai sidang disimpan.')
  })
  .get('/paparan/:id/hadir', signedIn, async (c) => {
    const view = await toChange(c)
    const personIds = view.attendees.map(({ personId }) => personId)
    const { revision, guests } = view.sitting
    return drawAttendance(c, view, blankForm(typedOf({ revision, personIds, guests })), 200)
  })
  .post('/paparan/:id/hadir', signedIn, async (c) => {
    const view = await toChange(c)
    const read = await readPosted(c, attendanceForm)
    if (!read.ok) return drawAttendance(c, view, read.form, read.status)
    try {
      await recordAttendance(c.var.db, c.var.actor, view.sitting.id, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const now = await toChange(c)
      const { guests, revision } = now.sitting
      return drawAttendance(c, now, staleForm(read.typed, typedOf({ guests, revision })), 409)
    }
    return back(c, 'Kehadiran dicatat.')
  })
