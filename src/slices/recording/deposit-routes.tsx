import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { familyOf, type ReadUploads, readUploads, uploadField } from '#files'
import { blankForm, type Form, refuseField, type Typed } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { titleOf, viewOf } from '#project'
import { type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { whyNotPublic } from './consent.ts'
import { type Brought, type Deposit, depositsOf } from './deposit.ts'
import { type Deposited, depositRecordings } from './deposit-commands.ts'
import { newRecordingForm } from './forms.ts'
import { formFamilies, RecordingFormPage, recordingFamilies } from './pages/recording-form-page.tsx'
import { documentationPolicy } from './policy.ts'
import { kindOf } from './recording.ts'

/** Longest film that an office's browser sends in one piece of patience: 2 GB. */
const mostOfFilm = 2e9

/** The form with which documentation is brought, for whoever may bring it. */
async function bringing(c: Context<Web>) {
  const { project } = await viewOf(c)
  authorize(documentationPolicy, c.var.actor, 'add', project)
  const most = Math.min(mostOfFilm, c.var.files.maxUpload)
  const action = `/proyek/${project.code}/dokumentasi`
  const draw = (form: Form, status: PageStatus = 200) =>
    c.render(<RecordingFormPage {...{ form, action, most }} of={titleOf(project)} />, status)
  return { project, action, draw }
}

const broughtIn = ({ files }: ReadUploads): Brought[] =>
  files.flatMap(({ id, name, mediaType }) => {
    const kind = kindOf(familyOf(mediaType))
    return kind ? [{ id, name, kind }] : []
  })

/** The field that stands in the way, and why; undefined where nothing does. */
function obstacle(
  { access, consent, title }: { access: string; consent: Parameters<typeof whyNotPublic>[0]; title: string },
  { deposits, uploads, forms }: { deposits: Deposit[]; uploads: ReadUploads; forms: ReadUploads },
): [field: string, why: string] | undefined {
  if (uploads.refused !== null) return ['recording', uploads.refused]
  if (deposits.length === 0) return ['recording', 'Pilih berkas yang hendak disimpan.']
  if (deposits.length === 1 && title === '') return ['title', 'Isi judul dokumentasi.']
  if (forms.refused !== null) return ['consent_form', forms.refused]
  const why = access === 'public' ? whyNotPublic(consent, forms.ids.length > 0) : null
  return why === null ? undefined : ['access', why]
}

/** The form again with what was refused alone: the rest is kept already, and is said to be. */
function formOfRefused(values: Typed, results: Deposited[]): Form {
  const refused = results.flatMap((one) => ('refused' in one ? [one] : []))
  const saved = results.flatMap((one) => ('code' in one ? [one.deposit.title] : []))
  const left = new Set(refused.flatMap(({ deposit }) => deposit.uploadIds))
  const field = uploadField('recording')
  const carried = [values[field] ?? []].flat().filter((value) => left.has(value.split('/', 1)[0] ?? ''))
  const sentences = refused.map(({ deposit, refused: why }) => `${deposit.names.join(', ')}: ${why}`)
  const form = refuseField({ ...values, id: randomUUIDv7(), [field]: carried }, 'recording', sentences.join(' '))
  return saved.length === 0 ? form : { ...form, remark: `Sudah disimpan: ${saved.join('; ')}.` }
}

/** Documentation as it is brought to a project, as many files as there are in one go. */
export const depositRoutes = routes()
  .get('/proyek/:code/dokumentasi/baru', signedIn, async (c) => {
    const { draw } = await bringing(c)
    return draw(blankForm({ id: randomUUIDv7(), access: 'agency', consent: 'unasked' }))
  })
  .post('/proyek/:code/dokumentasi', signedIn, async (c) => {
    const { project, action, draw } = await bringing(c)
    const read = await readPosted(c, newRecordingForm)
    const uploads = await readUploads(c, 'recording', recordingFamilies)
    const forms = await readUploads(c, 'consent_form', formFamilies)
    const values = { ...read.typed, ...uploads.typed, ...forms.typed }
    if (!read.ok) return draw({ ...read.form, values }, read.status)
    const { id, title, ...common } = read.value
    const deposits = depositsOf(id, title, broughtIn(uploads))
    const wrong = obstacle(read.value, { deposits, uploads, forms })
    if (wrong) return draw(refuseField(values, ...wrong), 422)
    const { db, actor, now } = c.var
    const results = await depositRecordings(db, actor, project.code, { ...common, deposits, formIds: forms.ids }, now)
    if (results.some((one) => 'refused' in one)) return draw(formOfRefused(values, results), 422)
    const [first] = results
    if (results.length === 1 && first && 'code' in first) {
      say(c, 'Dokumentasi disimpan.')
      return c.redirect(`/dokumentasi/${first.code}`, 303)
    }
    say(c, `${results.length} dokumentasi disimpan. Judulnya dari nama berkas; buka satu per satu untuk melengkapinya.`)
    return c.redirect(action, 303)
  })
