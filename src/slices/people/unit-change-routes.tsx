import { randomUUIDv7 } from 'node:crypto'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { stale } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { CloseUnitPage, UnitFormPage } from './pages/unit-form-page.tsx'
import { subtreeOf, type Unit, unitOptions } from './unit.ts'
import { changeUnit, closeUnit, createUnit, reopenUnit } from './unit-commands.ts'
import { closeUnitForm, newUnitForm, reopenUnitForm, unitForm } from './unit-forms.ts'
import { unitAt } from './unit-held.ts'
import { unitPolicy } from './unit-policy.ts'
import { listUnits } from './unit-store.ts'

/** Adding, renaming, moving and closing units. */
export const unitChangeRoutes = routes()

unitChangeRoutes.get('/unit/tambah', signedIn, async (c) => {
  const { db, actor, today } = c.var
  authorize(unitPolicy, actor, 'add', db)
  const units = await listUnits(db)
  const parent = units.find(({ slug }) => slug === c.req.query('induk'))
  const form = blankForm({ id: randomUUIDv7(), parent_id: parent?.id ?? '' })
  return c.render(<UnitFormPage form={form} unit={null} parents={unitOptions(units, today)} />)
})

unitChangeRoutes.post('/unit/tambah', signedIn, async (c) => {
  const { db, actor, today, now } = c.var
  authorize(unitPolicy, actor, 'add', db)
  const read = await readPosted(c, newUnitForm)
  const parents = unitOptions(await listUnits(db), today)
  if (!read.ok) return c.render(<UnitFormPage form={read.form} unit={null} parents={parents} />, read.status)
  try {
    const unit = await createUnit(db, actor, read.value, { now, today })
    say(c, 'Unit kerja ditambahkan.')
    return c.redirect(`/unit/${unit.slug}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'parent_id' })
    return c.render(<UnitFormPage form={form} unit={null} parents={parents} />, status)
  }
})

unitChangeRoutes.get('/unit/:slug/ubah', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const { unit, units } = await unitAt(db, actor, 'change', c.req.param('slug'))
  const form = blankForm(typedUnit(unit))
  return c.render(<UnitFormPage form={form} unit={unit} parents={parentsFor(units, unit, today)} />)
})

unitChangeRoutes.post('/unit/:slug/ubah', signedIn, async (c) => {
  const { db, actor, today, now } = c.var
  const { unit, units } = await unitAt(db, actor, 'change', c.req.param('slug'))
  const parents = parentsFor(units, unit, today)
  const read = await readPosted(c, unitForm)
  if (!read.ok) return c.render(<UnitFormPage form={read.form} unit={unit} parents={parents} />, read.status)
  try {
    await changeUnit(db, actor, unit.id, read.value, { now, today })
    say(c, 'Perubahan unit kerja disimpan.')
    return c.redirect(`/unit/${unit.slug}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'parent_id', stored: typedUnit(unit) })
    return c.render(<UnitFormPage form={form} unit={unit} parents={parents} />, status)
  }
})

unitChangeRoutes.get('/unit/:slug/tutup', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const { unit } = await unitAt(db, actor, 'change', c.req.param('slug'))
  const form = blankForm({ revision: String(unit.revision), until_on: today })
  return c.render(<CloseUnitPage form={form} unit={unit} />)
})

unitChangeRoutes.post('/unit/:slug/tutup', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const { unit } = await unitAt(db, actor, 'change', c.req.param('slug'))
  const read = await readPosted(c, closeUnitForm)
  if (!read.ok) return c.render(<CloseUnitPage form={read.form} unit={unit} />, read.status)
  try {
    await closeUnit(db, actor, unit.id, read.value, now)
    say(c, 'Unit kerja ditutup.')
    return c.redirect(`/unit/${unit.slug}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'until_on', stored: typedUnit(unit) })
    return c.render(<CloseUnitPage form={form} unit={unit} />, status)
  }
})

unitChangeRoutes.post('/unit/:slug/buka', signedIn, async (c) => {
  const { db, actor, today, now } = c.var
  const { unit } = await unitAt(db, actor, 'change', c.req.param('slug'))
  const read = await readPosted(c, reopenUnitForm)
  // A button's revision that is broken is one that nobody drew.
  if (!read.ok) throw stale()
  await reopenUnit(db, actor, unit.id, read.value.revision, { now, today })
  say(c, 'Unit kerja dibuka kembali.')
  return c.redirect(`/unit/${unit.slug}`, 303)
})

const typedUnit = (unit: Unit) => ({
  revision: String(unit.revision),
  name: unit.name,
  parent_id: unit.parentId ?? '',
  position: String(unit.position),
  from_on: unit.fromOn ?? '',
  until_on: unit.untilOn ?? '',
})

/** Those that the unit may stand below: all but itself and what is below it. */
const parentsFor = (units: Unit[], unit: Unit, today: string) => {
  const own = subtreeOf(units, unit.id)
  return unitOptions(units, today, unit.parentId).filter(({ value }) => !own.has(value))
}
