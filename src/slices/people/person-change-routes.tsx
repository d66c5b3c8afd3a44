import { randomUUIDv7 } from 'node:crypto'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { nipInGroups } from './nip.ts'
import { PersonFormPage } from './pages/person-form-page.tsx'
import type { Person } from './person.ts'
import { correctPerson, createPerson } from './person-commands.ts'
import { correctionForm, newPersonForm } from './person-forms.ts'
import { personAt } from './person-held.ts'
import { registerPolicy } from './person-policy.ts'
import { openNip } from './person-store.ts'
import { unitOptions } from './unit.ts'
import { listUnits } from './unit-store.ts'

/** Adding persons by hand, and correcting what is known of them. */
export const personChangeRoutes = routes()

personChangeRoutes.get('/orang/tambah', signedIn, async (c) => {
  const { db, actor, today } = c.var
  authorize(registerPolicy, actor, 'add', db)
  const units = unitOptions(await listUnits(db), today)
  return c.render(<PersonFormPage form={blankForm({ id: randomUUIDv7() })} person={null} units={units} />)
})

personChangeRoutes.post('/orang/tambah', signedIn, async (c) => {
  const { db, actor, today, now } = c.var
  authorize(registerPolicy, actor, 'add', db)
  const units = unitOptions(await listUnits(db), today)
  const read = await readPosted(c, newPersonForm(today))
  if (!read.ok) return c.render(<PersonFormPage form={read.form} person={null} units={units} />, read.status)
  try {
    await createPerson(db, actor, read.value, now)
    say(c, 'Pegawai ditambahkan.')
    return c.redirect(`/orang/${read.value.id}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'nip' })
    return c.render(<PersonFormPage form={form} person={null} units={units} />, status)
  }
})

personChangeRoutes.get('/orang/:id/koreksi', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const person = await personAt(db, actor, 'correct', c.req.param('id'))
  const units = unitOptions(await listUnits(db), today, person.unitId)
  const form = blankForm(typedPerson(person, await openNip(db, person.id)))
  return c.render(<PersonFormPage form={form} person={person} units={units} />)
})

personChangeRoutes.post('/orang/:id/koreksi', signedIn, async (c) => {
  const { db, actor, today, now } = c.var
  const person = await personAt(db, actor, 'correct', c.req.param('id'))
  const units = unitOptions(await listUnits(db), today, person.unitId)
  const read = await readPosted(c, correctionForm(today))
  if (!read.ok) return c.render(<PersonFormPage form={read.form} person={person} units={units} />, read.status)
  const { revision, reason, ...facts } = read.value
  try {
    await correctPerson(db, actor, person.id, { facts, reason, revision }, now)
    say(c, 'Koreksi disimpan.')
    return c.redirect(`/orang/${person.id}`, 303)
  } catch (error) {
    const stored = typedPerson(person, await openNip(db, person.id))
    const { form, status } = refusedForm(error, read.typed, { field: 'nip', stored })
    return c.render(<PersonFormPage form={form} person={person} units={units} />, status)
  }
})

/** A NIP is shown in its groups; the form takes it back so. */
const typedPerson = (person: Person, nip: string | null) => ({
  revision: String(person.revision),
  titles_before: person.titlesBefore,
  name: person.name,
  titles_after: person.titlesAfter,
  nip: nip === null ? '' : nipInGroups(nip),
  no_nip_reason: person.noNipReason ?? '',
  position: person.position,
  grade: person.grade,
  unit_id: person.unitId ?? '',
  email: person.email ?? '',
})
