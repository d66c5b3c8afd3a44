import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { changeProgramme, createProgramme } from './commands.ts'
import { dueField, newProgrammeForm, programmeForm, termForm } from './forms.ts'
import { ProgrammeFormPage } from './pages/programme-form-page.tsx'
import { programmePolicy } from './policy.ts'
import { type Programme, proposeStages, type Stage } from './programme.ts'
import { findProgramme, stagesOf } from './programme-store.ts'
import { listSets } from './reform-store.ts'

/** Making and changing programmes. */
export const programmeChangeRoutes = routes()

programmeChangeRoutes.get('/program/buat', signedIn, async (c) => {
  const { db, actor, today } = c.var
  authorize(programmePolicy, actor, 'add', db)
  const year = today.slice(0, 4)
  const term = { fromOn: `${year}-01-01`, untilOn: `${year}-12-31` }
  const sets = await listSets(db)
  const form = blankForm({
    id: randomUUIDv7(),
    from_on: term.fromOn,
    until_on: term.untilOn,
    set_code: sets[0]?.code ?? '',
    agent_count: 'last-day',
    reporting: 'monthly',
    report_days: '5',
    ...typedStages(proposeStages(term.fromOn, term.untilOn)),
  })
  return c.render(<ProgrammeFormPage form={form} programme={null} sets={sets} />)
})

programmeChangeRoutes.post('/program/buat', signedIn, async (c) => {
  const { db, actor, now } = c.var
  authorize(programmePolicy, actor, 'add', db)
  const sets = await listSets(db)
  const read = await readPosted(c, newProgrammeForm)
  if (!read.ok) return c.render(<ProgrammeFormPage form={read.form} programme={null} sets={sets} />, read.status)
  try {
    const slug = await createProgramme(db, actor, read.value, now)
    say(c, 'Program dibuat.')
    return c.redirect(`/program/${slug}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'set_code' })
    return c.render(<ProgrammeFormPage form={form} programme={null} sets={sets} />, status)
  }
})

programmeChangeRoutes.post('/program/buat/usulan', signedIn, async (c) => {
  const { db, actor } = c.var
  authorize(programmePolicy, actor, 'add', db)
  const { form, status } = await withProposal(c)
  return c.render(<ProgrammeFormPage form={form} programme={null} sets={await listSets(db)} />, status)
})

programmeChangeRoutes.get('/program/:slug/ubah', signedIn, async (c) => {
  const { db, actor } = c.var
  const programme = await findProgramme(db, c.req.param('slug'))
  authorize(programmePolicy, actor, 'change', programme)
  const form = blankForm(typedProgramme(programme, await stagesOf(db, programme.id)))
  return c.render(<ProgrammeFormPage form={form} programme={programme} sets={[]} />)
})

programmeChangeRoutes.post('/program/:slug/ubah', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const programme = await findProgramme(db, c.req.param('slug'))
  authorize(programmePolicy, actor, 'change', programme)
  const read = await readPosted(c, programmeForm)
  if (!read.ok) return c.render(<ProgrammeFormPage form={read.form} programme={programme} sets={[]} />, read.status)
  try {
    await changeProgramme(db, actor, programme.id, read.value, now)
    say(c, 'Perubahan program disimpan.')
    return c.redirect(`/program/${programme.slug}`, 303)
  } catch (error) {
    const stored = typedProgramme(programme, await stagesOf(db, programme.id))
    const { form, status } = refusedForm(error, read.typed, { field: 'name', stored })
    return c.render(<ProgrammeFormPage form={form} programme={programme} sets={[]} />, status)
  }
})

programmeChangeRoutes.post('/program/:slug/ubah/usulan', signedIn, async (c) => {
  const { db, actor } = c.var
  const programme = await findProgramme(db, c.req.param('slug'))
  authorize(programmePolicy, actor, 'change', programme)
  const { form, status } = await withProposal(c)
  return c.render(<ProgrammeFormPage form={form} programme={programme} sets={[]} />, status)
})

/** The form as it was typed, with due days spread over the term that it names. Nothing is saved. */
async function withProposal(c: Context<Web>): Promise<{ form: Form; status: 200 | 422 }> {
  const read = await readPosted(c, termForm)
  if (!read.ok) return read
  const proposed = typedStages(proposeStages(read.value.fromOn, read.value.untilOn))
  return { form: blankForm({ ...read.typed, ...proposed }), status: 200 }
}

const typedStages = (stages: readonly Stage[]): Record<string, string> =>
  Object.fromEntries(stages.map(({ kind, dueOn }) => [dueField(kind), dueOn]))

const typedProgramme = (programme: Programme, stages: readonly Stage[]) => ({
  revision: String(programme.revision),
  name: programme.name,
  from_on: programme.fromOn,
  until_on: programme.untilOn,
  agent_count: programme.agentCount,
  reporting: programme.reporting,
  report_days: String(programme.reportDays),
  finish_needs_closed: programme.finishNeedsClosed ? 'yes' : '',
  ...typedStages(stages),
})
