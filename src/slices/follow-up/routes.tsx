import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { readUploads } from '#files'
import { type Actor, runsProgramme, thingsOf } from '#kit/actor.ts'
import { blankForm, type Form, type Typed, typedIn } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isId } from '#kit/text.ts'
import { findPerson, nameInFull } from '#people'
import { programmeInForce } from '#programme'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import { addFollowUp, changeFollowUp, closeFollowUp, dropFollowUp, finishFollowUp, reopenFollowUp } from './commands.ts'
import { narrow, readFilter } from './filter.ts'
import { type FollowUpAct, proofFamilies } from './follow-up.ts'
import { correctionForm, newFollowUpForm, outcomeForm, remarkForm } from './forms.ts'
import { CorrectionPage, FollowUpListPage, NewFollowUpPage } from './pages/follow-up-pages.tsx'
import { followUpPolicy, mayAdd, mayHandTo, mayTake, seesProjectOf } from './policy.ts'
import { followUpSheet } from './sheet.ts'
import { type FollowUpRow, findFollowUpRow, findProjectPlace, listFollowUps, listOwners } from './store.ts'
import { drawFollowUp } from './view.tsx'

/** The follow-up of this address with its names; 404 where it may not be read. */
async function rowOf(c: Context<Web>): Promise<FollowUpRow> {
  const row = await findFollowUpRow(c.var.db, idInPath(c))
  if (!row || !can(followUpPolicy, c.var.actor, 'read', row)) throw notFound()
  return row
}

/**
 * Whom the actor may ask: about a project, and by whoever runs the programme, everybody; else a head the people of the
 * units that he heads.
 */
async function askedOf(c: Context<Web>, projectId: string | null) {
  const owners = await listOwners(c.var.db)
  const heads = thingsOf(c.var.actor, 'head')
  const isFree = projectId !== null || runsProgramme(c.var.actor)
  return isFree ? owners : owners.filter(({ unitId }) => unitId !== null && heads.includes(unitId))
}

const optionsOf = (owners: Awaited<ReturnType<typeof listOwners>>) =>
  owners.map((person) => ({ value: person.id, label: nameInFull(person) }))

/** Whether the actor may add what is about no project: whoever runs the programme, and heads for their people. */
const mayAddFree = (actor: Actor) => runsProgramme(actor) || thingsOf(actor, 'head').length > 0

/** The page again after its act was refused, with the form of that act and what was typed into it. */
async function refused(c: Context<Web>, error: unknown, typed: Typed, act: FollowUpAct) {
  const { form, status } = refusedForm(error, typed, { field: act === 'finish' ? 'outcome' : 'remark' })
  return c.render(await drawFollowUp(c, await rowOf(c), form, act), status)
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/tindak-lanjut/${c.req.param('id')}`, 303)
}

/** The project or the programme that a new follow-up is about; 404 where the project is none. */
async function placeOf(c: Context<Web>, projectId: string | null) {
  if (projectId !== null) {
    const place = isId(projectId) ? await findProjectPlace(c.var.db, projectId) : undefined
    if (!place) throw notFound()
    return { ...place, back: `/proyek/${place.code}/tindak-lanjut` }
  }
  const programme = await programmeInForce(c.var.db, c.var.today)
  if (!programme) throw conflict('Belum ada program yang berjalan, jadi tindak lanjut belum dapat dicatat.')
  const nothing = { projectId: null, seatId: null, unitId: null, code: null }
  return { programmeId: programme.id, ...nothing, back: '/tindak-lanjut?semua=ya' }
}

/** The same for whoever may add one there; nobody else is shown whom one may ask. */
async function placeToAdd(c: Context<Web>, projectId: string | null) {
  const { actor, db } = c.var
  const place = await placeOf(c, projectId)
  const { unitId } = place
  if (projectId === null ? !mayAddFree(actor) : !mayAdd(actor, { agencyId: db.agencyId, unitId })) throw forbidden()
  return place
}

/** What the address asks for: all that one may read on this tab, and those that the filter finds. */
async function searched(c: Context<Web>) {
  const { db, actor, today } = c.var
  const isMine = c.req.query('semua') !== 'ya'
  const filter = readFilter(c.req.query())
  const all =
    isMine && !actor.personId ? [] : await listFollowUps(db, actor, isMine ? { ownerId: actor.personId ?? '' } : {})
  return { all, rows: narrow(all, filter, today), filter, isMine }
}

/** To whom the actor may hand it, its owner among them. */
const handedTo = async (c: Context<Web>, row: FollowUpRow) =>
  optionsOf((await listOwners(c.var.db)).filter((person) => mayHandTo(c.var.actor, row, person)))

const typedFollowUp = ({ revision, ownerId, dueOn }: FollowUpRow) => ({
  revision: String(revision),
  owner_id: ownerId,
  due_on: dueOn,
})

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const followUpRoutes = routes()
  .get('/tindak-lanjut', signedIn, async (c) => {
    const { actor } = c.var
    const found = await searched(c)
    const may = { mayAdd: mayAddFree(actor), mayTake: mayTake(actor) }
    return c.render(<FollowUpListPage {...found} {...may} opensProject={(row) => seesProjectOf(actor, row)} />)
  })
  .get('/tindak-lanjut.xlsx', signedIn, async (c) => {
    if (!mayTake(c.var.actor)) throw forbidden()
    const { rows } = await searched(c)
    const bytes = await writeWorkbook([followUpSheet(rows, c.var.today)], c.var.now)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': spreadsheet,
      'content-disposition': 'attachment; filename="tindak-lanjut.xlsx"',
    })
  })
  .get('/tindak-lanjut/baru', signedIn, async (c) => {
    const { projectId, back } = await placeToAdd(c, c.req.query('proyek') ?? null)
    const form = blankForm({ id: randomUUIDv7(), project_id: projectId ?? '' })
    const owners = optionsOf(await askedOf(c, projectId))
    return c.render(<NewFollowUpPage form={form} owners={owners} back={back} />)
  })
  .post('/tindak-lanjut', signedIn, async (c) => {
    const read = await readPosted(c, newFollowUpForm)
    if (!read.ok) {
      const { projectId, back } = await placeToAdd(c, typedIn(read.form, 'project_id') || null)
      const owners = optionsOf(await askedOf(c, projectId))
      return c.render(<NewFollowUpPage form={read.form} owners={owners} back={back} />, read.status)
    }
    const { db, actor } = c.var
    const { id, what, ownerId, dueOn, origin } = read.value
    const { back: returnTo, code: _, ...place } = await placeOf(c, read.value.projectId)
    const about = { ...place, source: 'meeting' as const, sourceId: null, origin }
    // What a head asks of his people belongs to the unit in which they work.
    if (place.projectId === null && !runsProgramme(actor)) {
      about.unitId = (await findPerson(db, ownerId))?.unitId ?? null
    }
    try {
      await addFollowUp(db, actor, { id, what, ownerId, dueOn, ...about }, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'owner_id' })
      const owners = optionsOf(await askedOf(c, place.projectId))
      return c.render(<NewFollowUpPage form={form} owners={owners} back={returnTo} />, status)
    }
    say(c, 'Tindak lanjut dicatat.')
    return c.redirect(`/tindak-lanjut/${id}`, 303)
  })
  .get('/tindak-lanjut/:id/koreksi', signedIn, async (c) => {
    const row = await rowOf(c)
    if (!can(followUpPolicy, c.var.actor, 'change', row)) throw forbidden()
    return c.render(<CorrectionPage row={row} owners={await handedTo(c, row)} form={blankForm(typedFollowUp(row))} />)
  })
  .post('/tindak-lanjut/:id/koreksi', signedIn, async (c) => {
    const row = await rowOf(c)
    const { db, actor } = c.var
    const again = async (form: Form, status: 200 | 409 | 422) =>
      c.render(<CorrectionPage row={row} owners={await handedTo(c, row)} form={form} />, status)
    const read = await readPosted(c, correctionForm)
    if (!read.ok) return again(read.form, read.status)
    try {
      await changeFollowUp(db, actor, row.id, read.value, momentOf(c))
    } catch (error) {
      const stored = { ...typedFollowUp(row), reason: '' }
      const { form, status } = refusedForm(error, read.typed, { field: 'owner_id', stored })
      return again(form, status)
    }
    return back(c, 'Koreksi disimpan.')
  })
  .get('/tindak-lanjut/:id', signedIn, async (c) => c.render(await drawFollowUp(c, await rowOf(c))))
  .post('/tindak-lanjut/:id/selesai', signedIn, async (c) => {
    const row = await rowOf(c)
    // Asked before the files are taken in; the command asks again.
    if (!can(followUpPolicy, c.var.actor, 'finish', row)) throw forbidden()
    const read = await readPosted(c, outcomeForm)
    const proof = await readUploads(c, 'files', proofFamilies)
    const typed = { ...read.typed, ...proof.typed }
    if (!read.ok || proof.refused !== null) {
      const errors = { ...(read.ok ? {} : read.form.errors), ...(proof.refused && { files: proof.refused }) }
      const form = { ...(!read.ok && read.form), values: typed, errors }
      return c.render(await drawFollowUp(c, row, form), read.ok ? 422 : read.status)
    }
    const { id, outcome: words } = read.value
    try {
      await finishFollowUp(c.var.db, c.var.actor, row.id, { id, words, files: proof.ids }, momentOf(c))
    } catch (error) {
      return refused(c, error, typed, 'finish')
    }
    return back(c, 'Tindak lanjut dinyatakan selesai dan menunggu diperiksa.')
  })
  .post('/tindak-lanjut/:id/tutup', signedIn, async (c) => {
    await closeFollowUp(c.var.db, c.var.actor, idInPath(c), momentOf(c))
    return back(c, 'Tindak lanjut ditutup.')
  })
  .post('/tindak-lanjut/:id/kembalikan', signedIn, async (c) => {
    const row = await rowOf(c)
    const read = await readPosted(c, remarkForm)
    if (!read.ok) return c.render(await drawFollowUp(c, row, read.form), read.status)
    try {
      await reopenFollowUp(c.var.db, c.var.actor, row.id, read.value.remark, momentOf(c))
    } catch (error) {
      return refused(c, error, read.typed, 'reopen')
    }
    return back(c, 'Tindak lanjut dikembalikan kepada pemiliknya.')
  })
  .post('/tindak-lanjut/:id/batalkan', signedIn, async (c) => {
    const row = await rowOf(c)
    const read = await readPosted(c, remarkForm)
    if (!read.ok) return c.render(await drawFollowUp(c, row, read.form), read.status)
    try {
      await dropFollowUp(c.var.db, c.var.actor, row.id, read.value.remark, momentOf(c))
    } catch (error) {
      return refused(c, error, read.typed, 'drop')
    }
    return back(c, 'Tindak lanjut dibatalkan.')
  })
