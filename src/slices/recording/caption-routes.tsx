import type { Context } from 'hono'
import { bytesOf, receiveFile } from '#files'
import { blankForm, refuseField, staleForm, type Typed } from '#kit/form.ts'
import { pageCount, pageNumber } from '#kit/list.ts'
import { isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { beyondInWords, type Cue, isTrack, shortClockOf } from './caption.ts'
import { changeCues, dropCaption, putCaption } from './caption-commands.ts'
import { captionForm, cuesForm, dropCaptionForm } from './caption-forms.ts'
import { findCaption, listCaptions, listCues } from './caption-store.ts'
import { CaptionsPage } from './pages/captions-page.tsx'
import { CuesPage, DropCaptionPage } from './pages/cues-page.tsx'
import { rowOf } from './recording-view.ts'
import type { RecordingRow } from './store.ts'
import { type ReadCaptions, readCaptions } from './web-vtt.ts'

/** Cues on one page of the editor: each has three fields. */
const cuesOnPage = 50

/** Captions are text: a day's talk fits. */
const mostOfFile = 2_000_000

const captionsOf = async (c: Context<Web>, row: RecordingRow) => ({
  row,
  captions: await listCaptions(c.var.db, [row.id]),
})

/** The file beside the form; `given` is undefined where none was chosen. */
async function readFile(c: Context<Web>): Promise<{ name: string; bytes: Uint8Array; read: ReadCaptions } | undefined> {
  const { captions: file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0) return undefined
  if (file.size > mostOfFile)
    return { name: file.name, bytes: new Uint8Array(), read: { refused: 'Berkas ini lebih dari 2 MB.' } }
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    return { name: file.name, bytes, read: readCaptions(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { name: file.name, bytes, read: { refused: 'Berkas ini bukan teks UTF-8. Simpan ulang sebagai UTF-8.' } }
  }
}

/** Keeps the file; returns the id of its upload, or the sentence that refuses it. */
async function keepFile(c: Context<Web>, name: string, bytes: Uint8Array): Promise<string | { refused: string }> {
  const { db, files, actor, now } = c.var
  const arrival = await receiveFile(db, files, { actor, name, size: bytes.length, source: bytesOf(bytes) }, now)
  return 'refused' in arrival ? arrival : arrival.upload.id
}

type Cues = { row: RecordingRow; track: string; revision: number; cues: Cue[]; number: number }

async function cuesOf(c: Context<Web>): Promise<Cues> {
  const row = await rowOf(c, 'change')
  const track = c.req.param('track') ?? ''
  const caption = isTrack(track) ? await findCaption(c.var.db, row.id, track) : undefined
  if (!caption) throw notFound()
  const cues = await listCues(c.var.db, row.id, track)
  const last = pageCount({ rows: [], total: cues.length, number: 1, size: cuesOnPage })
  return { row, track, revision: caption.revision, cues, number: Math.min(last, pageNumber(c.req.query('halaman'))) }
}

/** The fields of the cues of this page, by their numbers. */
function typedCues({ cues, revision, number }: Cues): Typed {
  const from = (number - 1) * cuesOnPage
  const fields = cues.slice(from, from + cuesOnPage).flatMap(({ start, end, text }, at) => [
    [`start_${from + at + 1}`, shortClockOf(start)],
    [`end_${from + at + 1}`, shortClockOf(end)],
    [`text_${from + at + 1}`, text],
  ])
  return { revision: String(revision), ...Object.fromEntries(fields) }
}

/** That it was saved, and which lines lie beyond the end. */
const savedWith = (sentence: string, cues: readonly Cue[], { duration }: RecordingRow): string =>
  [sentence, beyondInWords(cues, duration)].filter(Boolean).join(' ')

const pageOf = ({ row, track, cues, number }: Cues) => ({
  ...{ row, track },
  page: { rows: [], total: cues.length, number, size: cuesOnPage },
})

const numbersIn = (typed: Typed) =>
  Object.keys(typed)
    .flatMap((name) => /^text_(\d{1,5})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .slice(0, cuesOnPage + 1)

/** What is said in a recording: uploaded, edited against the film, taken out. */
export const captionRoutes = routes()
  .get('/dokumentasi/:code/takarir', signedIn, async (c) =>
    c.render(<CaptionsPage {...(await captionsOf(c, await rowOf(c, 'change')))} form={blankForm({ track: 'id' })} />),
  )
  .post('/dokumentasi/:code/takarir', signedIn, async (c) => {
    const page = await captionsOf(c, await rowOf(c, 'change'))
    const posted = await readPosted(c, captionForm)
    if (!posted.ok) return c.render(<CaptionsPage {...page} form={posted.form} />, posted.status)
    const { track } = posted.value
    const there = page.captions.find((one) => one.track === track)
    const refuse = (field: string, why: string) =>
      c.render(
        <CaptionsPage
          {...page}
          form={refuseField({ ...posted.typed, revision: String(there?.revision ?? 0) }, field, why)}
        />,
        422,
      )
    if (there && posted.value.revision !== there.revision)
      return refuse(
        'track',
        'Takarir bahasa ini sudah ada dan akan diganti. Pilih berkasnya lagi, lalu kirim bila memang begitu.',
      )
    const file = await readFile(c)
    if (file && 'refused' in file.read) return refuse('captions', file.read.refused)
    const kept = file ? await keepFile(c, file.name, file.bytes) : null
    if (kept !== null && typeof kept !== 'string') return refuse('captions', kept.refused)
    const cues = file && 'cues' in file.read ? file.read.cues : []
    const given = { track, cues, uploadId: kept, revision: posted.value.revision }
    try {
      await putCaption(c.var.db, c.var.actor, page.row.code, given, c.var.now)
    } catch (error) {
      if (!isStale(error)) throw error
      return c.render(
        <CaptionsPage
          {...(await captionsOf(c, page.row))}
          form={refusedForm(error, posted.typed, { field: 'track', stored: {} }).form}
        />,
        409,
      )
    }
    say(c, savedWith('Takarir disimpan.', cues, page.row))
    return c.redirect(`/dokumentasi/${page.row.code}/takarir/${track}`, 303)
  })
  .get('/dokumentasi/:code/takarir/:track', signedIn, async (c) => {
    const cues = await cuesOf(c)
    return c.render(<CuesPage {...pageOf(cues)} form={blankForm(typedCues(cues))} />)
  })
  .post('/dokumentasi/:code/takarir/:track', signedIn, async (c) => {
    const cues = await cuesOf(c)
    const posted = await readPosted(c, cuesForm(numbersIn(await readTyped(c))))
    if (!posted.ok) return c.render(<CuesPage {...pageOf(cues)} form={posted.form} />, posted.status)
    const { code } = cues.row
    try {
      await changeCues(c.var.db, c.var.actor, code, { track: cues.track, ...posted.value }, c.var.now)
    } catch (error) {
      if (isStale(error)) {
        const now = await cuesOf(c)
        return c.render(<CuesPage {...pageOf(now)} form={staleForm(posted.typed, typedCues(now))} />, 409)
      }
      const { form, status } = refusedForm(error, posted.typed, { field: 'text_0' })
      return c.render(<CuesPage {...pageOf(cues)} form={form} />, status)
    }
    const written = await listCues(c.var.db, cues.row.id, cues.track)
    say(c, savedWith('Baris takarir disimpan.', written, cues.row))
    return c.redirect(`/dokumentasi/${code}/takarir/${cues.track}?halaman=${cues.number}`, 303)
  })
  .get('/dokumentasi/:code/takarir/:track/hapus', signedIn, async (c) => {
    return c.render(<DropCaptionPage {...(await cuesOf(c))} />)
  })
  .post('/dokumentasi/:code/takarir/:track/hapus', signedIn, async (c) => {
    const { code, track } = c.req.param()
    const posted = await readPosted(c, dropCaptionForm)
    if (!posted.ok) return c.render(<DropCaptionPage {...(await cuesOf(c))} />, posted.status)
    try {
      await dropCaption(c.var.db, c.var.actor, code, { track, ...posted.value }, c.var.now)
    } catch (error) {
      if (!isStale(error)) throw error
      return c.render(<DropCaptionPage {...(await cuesOf(c))} isChanged />, 409)
    }
    say(c, 'Takarir dihapus.')
    return c.redirect(`/dokumentasi/${code}/takarir`, 303)
  })
