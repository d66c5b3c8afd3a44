import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { isUnchosen, listChosen } from '#assessment'
import { looksOn } from '#kit/actor.ts'
import { blankForm, type Form, refuseField, staleForm, type Typed, typedIn, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, forbidden, isConflict, isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import {
  createEntry,
  declareReady,
  describeEntry,
  dropProof,
  overInWords,
  reopenEntry,
  sendEntry,
  withdrawEntry,
} from './commands.ts'
import { draftOf, homeOf as home, postedProof as posted } from './draft-view.ts'
import type { Edition } from './edition.ts'
import { shelfOf } from './edition-store.ts'
import { isOver, nextToClose } from './edition-window.ts'
import { listFilmsOf } from './film-store.ts'
import { extraField, identityForm, newEntryForm, sentForm, withdrawForm } from './forms.ts'
import { listHeld } from './held-view.ts'
import { EntryListPage } from './pages/entry-list-page.tsx'
import { EntryPage } from './pages/entry-page.tsx'
import { IdentityPage } from './pages/identity-page.tsx'
import { NewEntryPage } from './pages/new-entry-page.tsx'
import { SentPage } from './pages/sent-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { sendPaper } from './paper-view.ts'
import { entryPolicy, mayEnter } from './policy.ts'
import { type EntryRow, listEnterable } from './store.ts'
import { type EntryView, viewOf } from './view.ts'

/** The stored identity as its form shows it. */
function typedIdentity(entry: EntryRow): Typed {
  const { revision, title, startedOn, startProof, closingOn, category, videoUrl, recordingId, goals, checked } = entry
  const said = { title, startedOn, startProof, closingOn, category, videoUrl, recordingId, goals, checked }
  const extra = Object.entries(entry.extra).map(([key, answer]) => [extraField(key), answer])
  return { ...typedOf({ revision, ...said }), ...Object.fromEntries(extra) }
}

/** What was typed to the questions of the edition's identity block. */
const extraTyped = (edition: Edition, typed: Typed): Record<string, string> =>
  Object.fromEntries(edition.identity.map(({ key }) => [key, [typed[extraField(key)] ?? ''].flat()[0] ?? '']))

async function drawIdentity(c: Context<Web>, view: EntryView, form: Form, status: PageStatus = 200) {
  const films = await listFilmsOf(c.var.db, c.var.actor, view.entry.projectId)
  return c.render(<IdentityPage {...{ view, films, form }} />, status)
}

/** A project to choose: which programme it is of, and what speaks for or against entering it. */
function labelOf(
  { title, programmeName, isPublicService }: { title: string; programmeName: string; isPublicService: boolean },
  isChosen: boolean,
): string {
  const remarks = [isChosen && 'dipilih dalam penilaian', !isPublicService && 'bukan pelayanan publik']
  return `${title || 'Proyek tanpa judul'} (${[programmeName, ...remarks].filter(Boolean).join(', ')})`
}

async function drawNew(c: Context<Web>, form: Form, status: PageStatus) {
  if (!mayEnter(c.var.actor, c.var.db)) throw forbidden()
  const { current } = await shelfOf(c.var.db)
  const wanted = typedIn(form, 'edition') || c.req.query('edisi')
  const known = current.map(({ edition: one }) => one)
  const isOpen = (one: Edition) => one.form === 'kipp' && one.year !== null && !isOver(one, c.var.today)
  const edition = known.find(({ key }) => key === wanted) ?? nextToClose(known.filter(isOpen)) ?? known[0]
  if (!edition) throw conflict('Belum ada edisi kompetisi yang dikenal.')
  const others = known.filter(({ key }) => key !== edition.key)
  const chosen = new Set((await listChosen(c.var.db, null)).map(({ projectId }) => projectId))
  const enterable = await listEnterable(c.var.db, edition.key)
  const projects = [...enterable]
    .sort((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)))
    .map((project) => ({ value: project.id, label: labelOf(project, chosen.has(project.id)) }))
  const drawn = form.values.edition ? form : blankForm({ ...form.values, edition: edition.key })
  return c.render(<NewEntryPage form={drawn} {...{ edition, others, projects }} today={c.var.today} />, status)
}

export const entryRoutes = routes()
  .get('/usulan', signedIn, async (c) => {
    const { db, actor, zone, today } = c.var
    return c.render(
      <EntryListPage
        rows={await listHeld(db, actor, { zone, today })}
        mayAdd={mayEnter(actor, db)}
        looksOn={looksOn(actor)}
      />,
    )
  })
  .get('/usulan/baru', signedIn, (c) =>
    drawNew(c, blankForm({ id: randomUUIDv7(), project_id: c.req.query('proyek') ?? '' }), 200),
  )
  .post('/usulan', signedIn, async (c) => {
    const read = await readPosted(c, newEntryForm)
    if (!read.ok) return drawNew(c, read.form, read.status)
    const { id, projectId, edition: editionCode, archive } = read.value
    const known = (await shelfOf(c.var.db)).newest(editionCode)
    if (!archive && known && isOver(known.edition, c.var.today))
      return drawNew(c, refuseField(read.typed, 'archive', overInWords), 422)
    const begun = { id, projectId, editionCode, isArchive: archive === 'yes' }
    const code = await createEntry(c.var.db, c.var.actor, begun, momentOf(c))
    say(c, 'Usulan dibuat. Periksa usul isinya bidang demi bidang.')
    return c.redirect(`/usulan/${code}`, 303)
  })
  .get('/usulan/:file{[0-9a-z]{8}\\.(?:docx|pdf)}', signedIn, async (c) => {
    const [code = '', kind] = c.req.param('file').split('.')
    return sendPaper(c, await viewOf(c, code), kind === 'pdf' ? 'pdf' : 'docx')
  })
  .get('/usulan/:code', signedIn, async (c) => {
    const view = await viewOf(c)
    const wasUnchosen = await isUnchosen(c.var.db, view.entry.projectId)
    return c.render(<EntryPage view={view} actor={c.var.actor} wasUnchosen={wasUnchosen} />)
  })
  .get('/usulan/:code/identitas', signedIn, async (c) => {
    const view = await draftOf(c)
    return drawIdentity(c, view, blankForm(typedIdentity(view.entry)))
  })
  .post('/usulan/:code/identitas', signedIn, async (c) => {
    const view = await draftOf(c)
    const { read, files, refused, values } = await posted(c, identityForm)
    if (!read.ok) return drawIdentity(c, view, { ...read.form, values }, read.status)
    if (refused) return drawIdentity(c, view, refuseField(values, 'proof', refused), 422)
    const said = { ...read.value, extra: extraTyped(view.edition, read.typed), files }
    try {
      await describeEntry(c.var.db, c.var.actor, view.entry.code, said, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const stored = await draftOf(c)
      return drawIdentity(c, stored, staleForm(values, typedIdentity(stored.entry)), 409)
    }
    say(c, 'Identitas usulan disimpan.')
    return c.redirect(home(c), 303)
  })
  .post('/usulan/:code/siap', signedIn, async (c) => {
    try {
      await declareReady(c.var.db, c.var.actor, c.req.param('code'), momentOf(c))
    } catch (error) {
      if (!isConflict(error)) throw error
      return c.render(<EntryPage view={await viewOf(c)} actor={c.var.actor} refused={error.sentence} />, 409)
    }
    say(c, 'Usulan dinyatakan siap. Unduh, kirim, lalu catat pengirimannya.')
    return c.redirect(home(c), 303)
  })
  .get('/usulan/:code/buka-lagi', signedIn, async (c) => {
    const { entry } = await viewOf(c)
    authorize(entryPolicy, c.var.actor, 'reopen', entry)
    const page = { action: c.req.path, act: 'Buka lagi', question: 'Buka lagi usulan ini?', back: home(c) }
    return c.render(
      <ConfirmPage {...page}>
        <p>Isinya dapat diubah lagi dan perlu dinyatakan siap sekali lagi. Yang sudah dikirim tidak berubah.</p>
      </ConfirmPage>,
    )
  })
  .post('/usulan/:code/buka-lagi', signedIn, async (c) => {
    await reopenEntry(c.var.db, c.var.actor, c.req.param('code'), momentOf(c))
    say(c, 'Usulan dibuka lagi.')
    return c.redirect(home(c), 303)
  })
  .get('/usulan/:code/kirim', signedIn, async (c) => {
    const view = await viewOf(c)
    const { entry } = view
    authorize(entryPolicy, c.var.actor, 'send', entry)
    return c.render(<SentPage view={view} form={blankForm({ sent_on: c.var.today, sent_number: entry.sentNumber })} />)
  })
  .post('/usulan/:code/kirim', signedIn, async (c) => {
    const view = await viewOf(c)
    const { entry } = view
    const read = await readPosted(c, sentForm(view.edition))
    if (!read.ok) return c.render(<SentPage view={view} form={read.form} />, read.status)
    try {
      await sendEntry(c.var.db, c.var.actor, entry.code, read.value, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'sent_on' })
      return c.render(<SentPage view={view} form={form} />, status)
    }
    say(c, 'Pengiriman dicatat.')
    return c.redirect(home(c), 303)
  })
  .get('/usulan/:code/tarik', signedIn, async (c) => {
    const { entry } = await viewOf(c)
    authorize(entryPolicy, c.var.actor, 'withdraw', entry)
    return c.render(<WithdrawPage entry={entry} form={blankForm()} />)
  })
  .post('/usulan/:code/tarik', signedIn, async (c) => {
    const { entry } = await viewOf(c)
    authorize(entryPolicy, c.var.actor, 'withdraw', entry)
    const read = await readPosted(c, withdrawForm)
    if (!read.ok) return c.render(<WithdrawPage entry={entry} form={read.form} />, read.status)
    try {
      await withdrawEntry(c.var.db, c.var.actor, entry.code, read.value.reason, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
      return c.render(<WithdrawPage entry={entry} form={form} />, status)
    }
    say(c, 'Usulan ditarik.')
    return c.redirect(home(c), 303)
  })
  .get('/usulan/:code/berkas/:id/hapus', signedIn, async (c) => {
    const file = (await draftOf(c)).files.find(({ id }) => id === c.req.param('id'))
    if (!file) throw notFound()
    const page = { action: c.req.path, act: 'Hapus berkas', question: 'Hapus berkas ini?', back: home(c) }
    return c.render(
      <ConfirmPage {...page}>
        <p>{file.name} hilang dari usulan ini.</p>
      </ConfirmPage>,
    )
  })
  .post('/usulan/:code/berkas/:id/hapus', signedIn, async (c) => {
    const file = (await draftOf(c)).files.find(({ id }) => id === c.req.param('id'))
    if (!file) throw notFound()
    await dropProof(c.var.db, c.var.actor, c.req.param('code'), file.id, momentOf(c))
    say(c, 'Berkas dihapus.')
    return c.redirect(home(c), 303)
  })
