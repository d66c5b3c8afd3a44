import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import type * as z from 'zod'
import { blankForm, readForm, type Typed } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { inTreeOrder, isOpenOn, listUnits, newPersonForm } from '#people'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { listAppointments } from './appointment-store.ts'
import type { Decree } from './decree.ts'
import { agentForm, endForm, successorForm } from './forms.ts'
import { decreeToAppoint } from './import-routes.tsx'
import { AgentPage, EndPage, SuccessorPage } from './pages/agent-pages.tsx'
import { appointAgent, endAppointment, replaceAgent } from './seat-commands.ts'
import { listSeats } from './seat-store.ts'

async function unitOptions({ var: { db, today } }: Context<Web>) {
  const open = inTreeOrder(await listUnits(db)).filter((unit) => isOpenOn(unit, today))
  return open.map(({ id, name }) => ({ value: id, label: name }))
}

/** The seats of the programme, each with who holds it. */
async function seatOptions({ var: { db, today } }: Context<Web>, { programmeId }: Decree) {
  const seats = await listSeats(db, programmeId, today)
  return seats.map(({ id, number, unitName, agent }) => ({
    value: id,
    label: `${number}. ${agent?.name ?? 'Kosong'}, ${unitName}`,
  }))
}

/** Reads a form that asks for a person and for something besides. */
async function postedAgent<S extends z.ZodType>(c: Context<Web>, schema: S) {
  const read = await readPosted(c, schema)
  const person = readForm(newPersonForm(c.var.today), read.typed)
  if (read.ok && person.ok) return { ok: true as const, value: read.value, person: person.value }
  const errors = { ...(person.ok ? {} : person.form.errors), ...(read.ok ? {} : read.form.errors) }
  const remark = read.ok ? undefined : read.form.remark
  const isResumed = remark !== undefined
  const form = { values: read.typed, errors: isResumed ? {} : errors, ...(isResumed && { remark }) }
  return { ok: false as const, form, status: isResumed ? (200 as const) : (422 as const) }
}

const minted = (): Typed => ({ id: randomUUIDv7(), appointment_id: randomUUIDv7() })

export const agentRoutes = routes()
  .get('/keputusan/:code/tambah', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    const form = blankForm({ ...minted(), level: 'central' })
    return c.render(<AgentPage decree={decree} form={form} units={await unitOptions(c)} />)
  })
  .post('/keputusan/:code/tambah', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    const read = await postedAgent(c, agentForm)
    if (!read.ok)
      return c.render(<AgentPage decree={decree} form={read.form} units={await unitOptions(c)} />, read.status)
    const { appointmentId, level, unitId } = read.value
    const agent = { id: appointmentId, level, person: { ...read.person, unitId } }
    await appointAgent(c.var.db, c.var.actor, decree.code, agent, c.var.now)
    say(c, 'Agen ditetapkan.')
    return c.redirect(`/keputusan/${decree.code}`, 303)
  })
  .get('/keputusan/:code/ganti', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    const [units, seats] = [await unitOptions(c), await seatOptions(c, decree)]
    const form = blankForm({ ...minted(), seat_id: c.req.query('kedudukan') ?? '', takes_over_on: decree.fromOn })
    return c.render(<SuccessorPage {...{ decree, form, units, seats }} />)
  })
  .post('/keputusan/:code/ganti', signedIn, async (c) => {
    const decree = await decreeToAppoint(c)
    const read = await postedAgent(c, successorForm)
    if (!read.ok) {
      const [units, seats] = [await unitOptions(c), await seatOptions(c, decree)]
      return c.render(<SuccessorPage {...{ decree, form: read.form, units, seats }} />, read.status)
    }
    const { appointmentId, unitId, seatId, takesOverOn, reason } = read.value
    const successor = { id: appointmentId, person: { ...read.person, unitId }, seatId, fromOn: takesOverOn, reason }
    await replaceAgent(c.var.db, c.var.actor, decree.code, successor, c.var.now)
    say(c, 'Agen diganti. Proyeknya tetap pada kedudukan yang sama.')
    return c.redirect(`/kedudukan/${seatId}/serah-terima`, 303)
  })
  .get('/keputusan/:code/agen/:id/akhiri', signedIn, async (c) => {
    const { decree, row } = await appointmentOf(c)
    return c.render(<EndPage {...{ decree, row }} form={blankForm({ until_on: c.var.today })} />)
  })
  .post('/keputusan/:code/agen/:id/akhiri', signedIn, async (c) => {
    const { decree, row } = await appointmentOf(c)
    const read = await readPosted(c, endForm)
    if (!read.ok) return c.render(<EndPage {...{ decree, row }} form={read.form} />, read.status)
    await endAppointment(c.var.db, c.var.actor, row.id, read.value, c.var.now)
    say(c, 'Penetapan diakhiri. Kedudukannya kosong sampai ada pengganti.')
    return c.redirect(`/keputusan/${decree.code}`, 303)
  })

async function appointmentOf(c: Context<Web>) {
  const decree = await decreeToAppoint(c)
  const row = (await listAppointments(c.var.db, decree.id)).find(({ id }) => id === c.req.param('id'))
  if (!row) throw notFound()
  return { decree, row }
}
