import type { Context } from 'hono'
import { listDerivatives, readUploads } from '#files'
import { allTypedIn, blankForm, type Form, refuseField, type Typed, typedOf } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted, readTyped } from '#web/typed.ts'
import { PicturePage } from './pages/picture-page.tsx'
import { picturesKept } from './pages/pictures.tsx'
import { AddPicturesPage, ArrangePage, TakeOutPicturePage } from './pages/pictures-page.tsx'
import { addPictures, arrangePictures, takeOutPicture } from './picture-commands.ts'
import { arrangeForm, morePicturesForm, orderIn, takeOutPictureForm } from './picture-forms.ts'
import { moved } from './picture-set.ts'
import { listPictures } from './picture-store.ts'
import type { RecordingAct } from './policy.ts'
import { rowOf } from './recording-view.ts'
import type { RecordingRow } from './store.ts'

/** A recording of pictures, for who may do this to it, with its pictures as they are kept and as they are seen. */
async function setOf(c: Context<Web>, act: RecordingAct = 'change') {
  const row = await rowOf(c, act)
  if (row.kind !== 'picture') throw notFound()
  const kept = await listPictures(c.var.db, row.id)
  const made = (await listDerivatives(c.var.db, [row.id])).map(({ name }) => name)
  return { row, kept, pictures: picturesKept(row.code, kept, made) }
}

type PictureSet = Awaited<ReturnType<typeof setOf>>

/** Draws the form with its own order; what came meanwhile stands behind it, and what went is not there. */
function drawArranged(
  c: Context<Web>,
  { row, pictures }: PictureSet,
  form: Form,
  { status = 200, at }: { status?: PageStatus; at?: { id: string; to: 'front' | 'back' } } = {},
) {
  const order = allTypedIn(form, 'order')
  const placeOf = ({ fileId }: { fileId: string }) => (order.includes(fileId) ? order.indexOf(fileId) : order.length)
  const ordered = pictures.toSorted((a, b) => placeOf(a) - placeOf(b))
  return c.render(<ArrangePage {...{ row, form, at }} pictures={ordered} />, status)
}

const typedPictures = ({ row, kept }: PictureSet): Typed => ({
  ...typedOf({ revision: row.revision, order: kept.map(({ fileId }) => fileId) }),
  ...Object.fromEntries(kept.map(({ fileId, caption }) => [`caption_${fileId}`, caption])),
})

const drawMore = (c: Context<Web>, row: RecordingRow, form: Form, status: PageStatus = 200) =>
  c.render(<AddPicturesPage row={row} form={form} most={c.var.files.maxUpload} />, status)

function pictureIn(c: Context<Web>, { pictures }: PictureSet) {
  const id = idInPath(c)
  const at = pictures.findIndex(({ fileId }) => fileId === id)
  const picture = pictures[at]
  if (!picture) throw notFound()
  return { at, picture }
}

const back = (c: Context<Web>, sentence: string, path = '') => {
  say(c, sentence)
  return c.redirect(`/dokumentasi/${c.req.param('code')}${path}`, 303)
}

/** The pictures of a set: each large, their order and words, more of them, and fewer. */
export const pictureRoutes = routes()
  .get('/dokumentasi/:code/gambar', signedIn, async (c) => {
    const set = await setOf(c)
    return drawArranged(c, set, blankForm(typedPictures(set)))
  })
  .post('/dokumentasi/:code/gambar', signedIn, async (c) => {
    const set = await setOf(c)
    const typed = await readTyped(c)
    const [, to, id] = /^(front|back) (\S+)$/.exec(String(typed.act ?? '')) ?? []
    if ((to === 'front' || to === 'back') && id)
      return drawArranged(c, set, blankForm({ ...typed, order: moved(orderIn(typed), id, to) }), { at: { id, to } })
    const read = await readPosted(c, arrangeForm)
    if (!read.ok) return drawArranged(c, set, read.form, read)
    try {
      await arrangePictures(c.var.db, c.var.actor, set.row.code, read.value, c.var.now)
    } catch (error) {
      const now = await setOf(c)
      const { form, status } = refusedForm(error, read.typed, { field: 'order', stored: typedPictures(now) })
      return drawArranged(c, now, form, { status })
    }
    return back(c, 'Urutan dan keterangan gambar disimpan.')
  })
  .get('/dokumentasi/:code/gambar/tambah', signedIn, async (c) => {
    const { row } = await setOf(c)
    return drawMore(c, row, blankForm(typedOf({ revision: row.revision })))
  })
  .post('/dokumentasi/:code/gambar/tambah', signedIn, async (c) => {
    const { row } = await setOf(c)
    const read = await readPosted(c, morePicturesForm)
    const { ids, typed, refused } = await readUploads(c, 'pictures', ['picture'])
    const values = { ...read.typed, ...typed }
    if (!read.ok) return drawMore(c, row, { ...read.form, values }, read.status)
    const wrong = refused ?? (ids.length === 0 ? 'Pilih gambarnya.' : null)
    if (wrong !== null) return drawMore(c, row, refuseField(values, 'pictures', wrong), 422)
    try {
      await addPictures(c.var.db, c.var.actor, row.code, { ...read.value, uploadIds: ids }, c.var.now)
    } catch (error) {
      const stored = typedOf({ revision: (await rowOf(c)).revision })
      const { form, status } = refusedForm(error, values, { field: 'pictures', stored })
      return drawMore(c, row, form, status)
    }
    return back(c, 'Gambar ditambahkan.', '/gambar')
  })
  .get('/dokumentasi/:code/gambar/:id', signedIn, async (c) => {
    const set = await setOf(c, 'read')
    const { at } = pictureIn(c, set)
    const original = set.kept[at]
    if (!original) throw notFound()
    return c.render(<PicturePage {...set} at={at} original={original} />)
  })
  .get('/dokumentasi/:code/gambar/:id/keluarkan', signedIn, async (c) => {
    const set = await setOf(c)
    const form = blankForm(typedOf({ revision: set.row.revision }))
    return c.render(<TakeOutPicturePage row={set.row} form={form} picture={pictureIn(c, set).picture} />)
  })
  .post('/dokumentasi/:code/gambar/:id/keluarkan', signedIn, async (c) => {
    const set = await setOf(c)
    const { picture } = pictureIn(c, set)
    const draw = (form: Form, status: PageStatus) =>
      c.render(<TakeOutPicturePage row={set.row} form={form} picture={picture} />, status)
    const read = await readPosted(c, takeOutPictureForm)
    if (!read.ok) return draw(read.form, read.status)
    try {
      const taken = { ...read.value, fileId: picture.fileId }
      await takeOutPicture(c.var.db, c.var.actor, set.row.code, taken, c.var.now)
    } catch (error) {
      const stored = typedOf({ revision: (await rowOf(c)).revision })
      const { form, status } = refusedForm(error, read.typed, { field: 'reason', stored })
      return draw(form, status)
    }
    return back(c, 'Gambar dikeluarkan. Berkasnya tetap disimpan.', '/gambar')
  })
