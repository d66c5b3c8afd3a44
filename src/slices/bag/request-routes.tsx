import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { sendPacked } from '#files'
import { type Actor, runsProgramme, thingsOf } from '#kit/actor.ts'
import { dayIn } from '#kit/date.ts'
import { blankForm, type Form } from '#kit/form.ts'
import { pageNumber } from '#kit/list.ts'
import { authorize, can } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { namesOf } from '#people'
import { listProgrammes } from '#programme'
import { keepsAnything } from '#recording'
import { ConfirmPage } from '#web/confirm.tsx'
import type { Option } from '#web/fields.tsx'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import { isOpen, isThere } from './bag-request.ts'
import { BagsPage } from './pages/bags-page.tsx'
import { type BagThing, bagPolicy } from './policy.ts'
import { askForBag, cancelBag } from './request-commands.ts'
import { bagRequestForm } from './request-forms.ts'
import { findRequest, listKeptProjects, listRequests, type RequestRow } from './request-store.ts'

const mayAsk = (actor: Actor, thing: BagThing) => can(bagPolicy, actor, 'ask', thing)

/** Of what this person may ask for a bag: all, programmes, and projects that they keep or that the address names. */
async function choicesOf({ var: { db, actor }, req }: Context<Web>): Promise<Option[]> {
  const programmes = (await listProgrammes(db)).filter(({ id, agencyId }) =>
    mayAsk(actor, { agencyId, scope: 'programme', projectId: null, programmeId: id }),
  )
  const kept = await listKeptProjects(db, thingsOf(actor, 'steward'), req.query('proyek') ?? '')
  const projects = kept.filter(({ id, agencyId, programmeId }) =>
    mayAsk(actor, { agencyId, scope: 'project', projectId: id, programmeId }),
  )
  return [
    ...(runsProgramme(actor) ? [{ value: 'agency', label: 'Semua dokumentasi instansi' }] : []),
    ...programmes.map(({ id, name }) => ({ value: `programme:${id}`, label: `Program: ${name}` })),
    ...projects.map(({ id, title }) => ({ value: `project:${id}`, label: `Proyek: ${title || 'Proyek tanpa judul'}` })),
  ]
}

async function draw(c: Context<Web>, form?: Form, status: 200 | 409 | 422 = 200) {
  const { db, actor } = c.var
  if (!keepsAnything(actor)) throw forbidden()
  const page = await listRequests(db, actor, pageNumber(c.req.query('halaman')))
  const names = await namesOf(
    db,
    page.rows.map(({ personId, accountId }) => personId ?? accountId),
  )
  const choices = await choicesOf(c)
  const named = choices.find(({ value }) => c.req.query('proyek') !== undefined && value.startsWith('project:'))
  const blank = blankForm({ id: randomUUIDv7(), thing: named?.value ?? '' })
  return c.render(<BagsPage {...{ page, names, choices }} now={c.var.now} form={form ?? blank} />, status)
}

async function requestAt(c: Context<Web>, act: 'cancel' | 'download'): Promise<RequestRow> {
  const request = await findRequest(c.var.db, idInPath(c))
  authorize(bagPolicy, c.var.actor, act, request)
  return request
}

/** What the ZIP is called on whoever's disk it comes to lie. */
const fileNameOf = ({ projectCode, programmeSlug, endedAt }: RequestRow, c: Context<Web>): string =>
  `kantong-arsip-${projectCode ?? programmeSlug ?? 'instansi'}-${dayIn(c.var.zone, endedAt ?? c.var.now)}.zip`

/** `/arsip`: bags to be asked for, made and downloaded. */
export const bagRoutes = routes()
  .get('/arsip', signedIn, (c) => draw(c))
  .post('/arsip', signedIn, async (c) => {
    if (!keepsAnything(c.var.actor)) throw forbidden()
    const read = await readPosted(c, bagRequestForm)
    if (!read.ok) return draw(c, read.form, read.status)
    try {
      await askForBag(c.var.db, c.var.actor, c.var.files.space, read.value, c.var.now)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'thing' })
      return draw(c, form, status)
    }
    say(c, 'Kantong arsip diminta. Anda diberi tahu bila sudah dapat diunduh.')
    return c.redirect('/arsip', 303)
  })
  .get('/arsip/:id/batal', signedIn, async (c) => {
    const request = await requestAt(c, 'cancel')
    if (!isOpen(request)) return c.redirect('/arsip', 303)
    return c.render(
      <ConfirmPage action={c.req.path} act="Batalkan kantong" question="Batalkan kantong ini?" back="/arsip">
        <p>Yang sudah dibuat dihapus. Kantong dengan isi yang sama dapat diminta lagi.</p>
      </ConfirmPage>,
    )
  })
  .post('/arsip/:id/batal', signedIn, async (c) => {
    await cancelBag(c.var.db, c.var.actor, idInPath(c), c.var.now)
    say(c, 'Kantong arsip dibatalkan.')
    return c.redirect('/arsip', 303)
  })
  .get('/arsip/:id/unduh', signedIn, async (c) => {
    const request = await requestAt(c, 'download')
    const { agencyId, sha256, size } = request
    const isKept = isThere(request, c.var.now) && sha256 !== null && size !== null
    if (!isKept || (await c.var.files.derived.sizeOf(agencyId, sha256)) !== size)
      throw notFound('Kantong arsip ini sudah tidak disimpan. Minta lagi bila masih perlu.')
    return sendPacked(c, { agencyId, sha256, size, name: fileNameOf(request, c), mediaType: 'application/zip' })
  })
