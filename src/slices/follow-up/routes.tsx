import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { readUploads } from '#files'
import { runsProgramme } from '#kit/actor.ts'
import { blankForm } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { nameInFull } from '#people'
import { programmeInForce } from '#programme'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { addFollowUp, closeFollowUp, dropFollowUp, finishFollowUp, reopenFollowUp } from './commands.ts'
import { proofFamilies } from './follow-up.ts'
import { newFollowUpForm, outcomeForm, remarkForm } from './forms.ts'
import { FollowUpListPage, NewFollowUpPage } from './pages/follow-up-pages.tsx'
import { followUpPolicy, mayAdd, seesProjectOf } from './policy.ts'
import { type FollowUpRow, findFollowUpRow, findProjectPlace, listFollowUps, listOwners } from './store.ts'
import { drawFollowUp } from './view.tsx'

/** The follow-up of this address with its names; 404 where it may not be read. */
async function rowOf(c: Context<Web>): Promise<FollowUpRow> {
  const row = await findFollowUpRow(c.var.db, c.req.param('id') ?? '')
  if (!row || !can(followUpPolicy, c.var.actor, 'read', row)) throw notFound()
  return row
}

const ownersOf = async (c: Context<Web>) =>
  (await listOwners(c.var.db)).map((person) => ({ value: person.id, label: nameInFull(person) }))

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/tindak-lanjut/${c.req.param('id')}`, 303)
}

/** The project or the programme that a new follow-up is about; 404 where the project is none. */
async function placeOf(c: Context<Web>, projectId: string | null) {
  if (projectId !== null) {
    const place = await findProjectPlace(c.var.db, projectId)
    if (!place) throw notFound()
    return { ...place, back: `/proyek/${place.code}/tindak-lanjut` }
  }
  const programme = await programmeInForce(c.var.db, c.var.today)
  if (!programme) throw conflict('Belum ada program yang berjalan, jadi tindak lanjut belum dapat dicatat.')
  return { programmeId: programme.id, projectId: null, seatId: null, unitId: null, back: '/tindak-lanjut?semua=ya' }
}

export const followUpRoutes = routes()
  .get('/tindak-lanjut', signedIn, async (c) => {
    const { db, actor } = c.var
    const isMine = c.req.query('semua') !== 'ya'
    const rows =
      isMine && !actor.personId ? [] : await listFollowUps(db, actor, isMine ? { ownerId: actor.personId ?? '' } : {})
    return c.render(
      <FollowUpListPage
        rows={rows}
        isMine={isMine}
        mayAdd={runsProgramme(actor)}
        opensProject={(row) => seesProjectOf(actor, row)}
      />,
    )
  })
  .get('/tindak-lanjut/baru', signedIn, async (c) => {
    const place = await placeOf(c, c.req.query('proyek') ?? null)
    if (!mayAdd(c.var.actor, { agencyId: c.var.db.agencyId, unitId: place.unitId })) throw forbidden()
    const form = blankForm({ id: randomUUIDv7(), project_id: place.projectId ?? '' })
    return c.render(<NewFollowUpPage form={form} owners={await ownersOf(c)} back={place.back} />)
  })
  .post('/tindak-lanjut', signedIn, async (c) => {
    const read = await readPosted(c, newFollowUpForm)
    if (!read.ok) {
      const page = { owners: await ownersOf(c), back: '/tindak-lanjut' }
      return c.render(<NewFollowUpPage {...page} form={read.form} />, read.status)
    }
    const { back: _, ...place } = await placeOf(c, read.value.projectId)
    const { programmeId, projectId, seatId, unitId } = place
    const { id, what, ownerId, dueOn } = read.value
    const about = { programmeId, projectId, seatId, unitId, source: 'meeting' as const, sourceId: null }
    await addFollowUp(c.var.db, c.var.actor, { id, what, ownerId, dueOn, ...about }, momentOf(c))
    say(c, 'Tindak lanjut dicatat.')
    return c.redirect(`/tindak-lanjut/${id}`, 303)
  })
  .get('/tindak-lanjut/:id', signedIn, async (c) => c.render(await drawFollowUp(c, await rowOf(c))))
  .post('/tindak-lanjut/:id/selesai', signedIn, async (c) => {
    const row = await rowOf(c)
    const read = await readPosted(c, outcomeForm)
    const proof = await readUploads(c, 'files', proofFamilies)
    if (!read.ok || proof.refused !== null) {
      const errors = { ...(read.ok ? {} : read.form.errors), ...(proof.refused && { files: proof.refused }) }
      const form = { ...(!read.ok && read.form), values: { ...read.typed, ...proof.typed }, errors }
      return c.render(await drawFollowUp(c, row, form), read.ok ? 422 : read.status)
    }
    const { id, outcome: words } = read.value
    await finishFollowUp(c.var.db, c.var.actor, row.id, { id, words, files: proof.ids }, momentOf(c))
    return back(c, 'Tindak lanjut dinyatakan selesai dan menunggu diperiksa.')
  })
  .post('/tindak-lanjut/:id/tutup', signedIn, async (c) => {
    await closeFollowUp(c.var.db, c.var.actor, c.req.param('id'), momentOf(c))
    return back(c, 'Tindak lanjut ditutup.')
  })
  .post('/tindak-lanjut/:id/kembalikan', signedIn, async (c) => {
    const row = await rowOf(c)
    const read = await readPosted(c, remarkForm)
    if (!read.ok) return c.render(await drawFollowUp(c, row, read.form), read.status)
    await reopenFollowUp(c.var.db, c.var.actor, row.id, read.value.remark, momentOf(c))
    return back(c, 'Tindak lanjut dikembalikan kepada pemiliknya.')
  })
  .post('/tindak-lanjut/:id/batalkan', signedIn, async (c) => {
    const row = await rowOf(c)
    const read = await readPosted(c, remarkForm)
    if (!read.ok) return c.render(await drawFollowUp(c, row, read.form), read.status)
    await dropFollowUp(c.var.db, c.var.actor, row.id, read.value.remark, momentOf(c))
    return back(c, 'Tindak lanjut dibatalkan.')
  })
