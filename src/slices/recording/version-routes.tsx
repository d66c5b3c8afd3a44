import type { Context } from 'hono'
import { readUploads } from '#files'
import { blankForm, type Form, refuseField, typedOf } from '#kit/form.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { replaceForm } from './forms.ts'
import { recordingFamilies } from './pages/recording-form-page.tsx'
import { ReplacePage } from './pages/versions.tsx'
import { pictureRoutes } from './picture-routes.tsx'
import { rowOf } from './recording-view.ts'
import type { RecordingRow } from './store.ts'
import { replaceOriginal } from './version-commands.ts'

const draw = (c: Context<Web>, row: RecordingRow, form: Form, status: 200 | 409 | 422 = 200) =>
  c.render(<ReplacePage row={row} form={form} most={c.var.files.maxUpload} />, status)

/** Another original in the place of the one that is kept, and the pictures of a set. */
export const versionRoutes = routes()
  .route('/', pictureRoutes)
  .get('/dokumentasi/:code/ganti-berkas', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    return draw(c, row, blankForm(typedOf({ revision: row.revision })))
  })
  .post('/dokumentasi/:code/ganti-berkas', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    const read = await readPosted(c, replaceForm)
    const { ids, typed, refused } = await readUploads(c, 'recording', recordingFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw(c, row, { ...read.form, values }, read.status)
    const [uploadId] = ids
    if (refused !== null || !uploadId)
      return draw(c, row, refuseField(values, 'recording', refused ?? 'Pilih berkas penggantinya.'), 422)
    try {
      await replaceOriginal(c.var.db, c.var.actor, row.code, { ...read.value, uploadId }, c.var.now)
    } catch (error) {
      const stored = typedOf({ revision: (await rowOf(c)).revision })
      const { form, status } = refusedForm(error, values, { field: 'recording', stored })
      return draw(c, row, form, status)
    }
    say(c, 'Berkas diganti. Versi terdahulunya tetap disimpan.')
    return c.redirect(`/dokumentasi/${row.code}`, 303)
  })
