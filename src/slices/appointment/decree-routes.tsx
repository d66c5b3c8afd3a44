import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listFilesOf, readUploads } from '#files'
import { blankForm, type Form, refuseField, staleForm, typedOf } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { isStale } from '#kit/refusal.ts'
import { findProgramme, listProgrammes } from '#programme'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { listAppointments } from './appointment-store.ts'
import type { Decree } from './decree.ts'
import { correctDecree, enterDecree, takenNumberOf } from './decree-commands.ts'
import { findDecree, findDecreeById, listDecrees } from './decree-store.ts'
import { decreeForm, newDecreeForm } from './forms.ts'
import { DecreeFormPage } from './pages/decree-form-page.tsx'
import { DecreeListPage } from './pages/decree-list-page.tsx'
import { DecreePage } from './pages/decree-page.tsx'
import { decreePolicy } from './policy.ts'

async function decreeOf(c: Context<Web>, act: keyof typeof decreePolicy): Promise<Decree> {
  const decree = await findDecree(c.var.db, c.req.param('code') ?? '')
  authorize(decreePolicy, c.var.actor, act, decree)
  return decree
}

async function drawForm(c: Context<Web>, form: Form, status: 200 | 409 | 422, decree?: Decree) {
  const programmes = (await listProgrammes(c.var.db)).map(({ id, name }) => ({ value: id, label: name }))
  const others = (await listDecrees(c.var.db)).filter(({ id }) => id !== decree?.id)
  const decrees = others.map(({ id, number }) => ({ value: id, label: number }))
  return c.render(
    <DecreeFormPage form={form} programmes={programmes} decrees={decrees} {...(decree && { decree })} />,
    status,
  )
}

/** The form as it was sent, with the files that came with it, and what is wrong with them. */
async function posted<S extends Parameters<typeof readPosted>[1]>(c: Context<Web>, schema: S) {
  const read = await readPosted(c, schema)
  const { ids, typed, refused } = await readUploads(c, 'scan', ['pdf'])
  return { read, scans: ids, refused, values: { ...read.typed, ...typed } }
}

export const decreeRoutes = routes()
  .get('/keputusan', signedIn, async (c) => {
    const { db, actor } = c.var
    return c.render(<DecreeListPage rows={await listDecrees(db)} mayAdd={can(decreePolicy, actor, 'add', db)} />)
  })
  .get('/keputusan/baru', signedIn, async (c) => {
    authorize(decreePolicy, c.var.actor, 'add', c.var.db)
    const [programme] = await listProgrammes(c.var.db)
    const { id = '', fromOn = '', untilOn = '' } = programme ?? {}
    const first = { id: randomUUIDv7(), programmeId: id, fromOn, untilOn, decidedOn: '' }
    return drawForm(c, blankForm(typedOf(first)), 200)
  })
  .post('/keputusan/baru', signedIn, async (c) => {
    authorize(decreePolicy, c.var.actor, 'add', c.var.db)
    const { read, scans, refused, values } = await posted(c, newDecreeForm)
    if (!read.ok) return drawForm(c, { ...read.form, values }, read.status)
    if (refused !== null) return drawForm(c, refuseField(values, 'scan', refused), 422)
    try {
      const code = await enterDecree(c.var.db, c.var.actor, { ...read.value, scans }, c.var.now)
      say(c, 'Keputusan dicatat.')
      return c.redirect(`/keputusan/${code}`, 303)
    } catch (error) {
      const taken = takenNumberOf(error)
      if (taken === null) throw error
      return drawForm(c, refuseField(values, 'number', taken), 422)
    }
  })
  .get('/keputusan/:code', signedIn, async (c) => {
    const { db, actor } = c.var
    const decree = await decreeOf(c, 'read')
    const appointments = await listAppointments(db, decree.id)
    const amended = decree.amendsId === null ? undefined : await findDecreeById(db, decree.amendsId)
    const programme = await findProgramme(db, decree.programmeId)
    const scans = await listFilesOf(db, 'decree', [decree.id])
    return c.render(
      <DecreePage
        {...{ decree, appointments, scans }}
        programmeName={programme?.name ?? ''}
        amended={amended ?? null}
        mayAppoint={can(decreePolicy, actor, 'appoint', decree)}
      />,
    )
  })
  .get('/keputusan/:code/ubah', signedIn, async (c) => {
    const decree = await decreeOf(c, 'change')
    return drawForm(c, blankForm(typedOf(decree)), 200, decree)
  })
  .post('/keputusan/:code/ubah', signedIn, async (c) => {
    const decree = await decreeOf(c, 'change')
    const { read, scans, refused, values } = await posted(c, decreeForm)
    if (!read.ok) return drawForm(c, { ...read.form, values }, read.status, decree)
    if (refused !== null) return drawForm(c, refuseField(values, 'scan', refused), 422, decree)
    try {
      await correctDecree(c.var.db, c.var.actor, decree.code, { ...read.value, scans }, c.var.now)
    } catch (error) {
      const taken = takenNumberOf(error)
      if (taken !== null) return drawForm(c, refuseField(values, 'number', taken), 422, decree)
      if (!isStale(error)) throw error
      const stored = await decreeOf(c, 'change')
      return drawForm(c, staleForm(values, textsOf(stored)), 409, stored)
    }
    say(c, 'Keputusan disimpan.')
    return c.redirect(`/keputusan/${decree.code}`, 303)
  })

/** A stored decree as its form would hold it. */
const textsOf = (decree: Decree): Record<string, string> =>
  Object.fromEntries(Object.entries(typedOf(decree)).map(([name, value]) => [name, String(value)]))
