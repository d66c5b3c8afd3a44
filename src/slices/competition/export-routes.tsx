import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { type OutSheet, writeWorkbook } from '#documents/sheet.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { type ZipEntry, zipOf } from '#documents/write-zip.ts'
import { bytesOf, listFilesOf } from '#files'
import { looksOn } from '#kit/actor.ts'
import { type Day, dayInWords } from '#kit/date.ts'
import { authorize, can } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { readTyped } from '#web/typed.ts'
import { answersOf } from './bulk-store.ts'
import { inBoth } from './called.ts'
import { catalogueOf, catalogueTable } from './catalogue.ts'
import { findCopy, listCopied, listCopies } from './copy-store.ts'
import { paperOf } from './entry-paper.ts'
import { tickCopied } from './export-commands.ts'
import { newsWords } from './news.ts'
import { latestNewsOf } from './news-store.ts'
import { pathsOf } from './package.ts'
import { CopyPage } from './pages/copy-page.tsx'
import { nameOfEntry, paperOfView, writeAs } from './paper-view.ts'
import { identityPieces, type Piece } from './pieces.ts'
import { entryPolicy } from './policy.ts'
import { type EntryListRow, listEntries } from './store.ts'
import { type EntryView, viewOf } from './view.ts'

/** What is copied into the competition's site: the identity first, then the fields, as the form has them. */
const piecesOf = ({ entry, edition, fields }: EntryView): Piece[] => [
  ...identityPieces(edition, entry),
  ...fields.map(({ field, answer }) => ({
    ...{ key: field.key, label: `${field.number}. ${inBoth(field)}`, text: answer?.text ?? '', limit: field.limit },
  })),
]

/** The whole package, file by file: the entry as Word and PDF, its letters, and what proves each field. */
async function sendPackage(c: Context<Web>, view: EntryView): Promise<Response> {
  const { files, actor, now } = c.var
  const paper = paperOfView(c, view)
  const made = (name: string, bytes: Uint8Array): ZipEntry => ({ name, size: bytes.length, open: () => bytesOf(bytes) })
  const entries = [
    made('usulan.docx', await writeDocx(paper)),
    made('usulan.pdf', await writePdf(paper)),
    ...pathsOf(view.edition, view.files).map(({ path, file }) => ({
      ...{ name: path, size: file.size, open: () => files.blobs.open(actor.agencyId, file.sha256) },
    })),
  ]
  const stream = Readable.toWeb(Readable.from(zipOf(entries, now), { objectMode: false }))
  return new Response(stream as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${nameOfEntry(view)}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** One entry, or all that were sent to KIPP, whose record the catalogue takes: a draft is no innovation of it. */
async function catalogueRows(c: Context<Web>, code: string | null, writeDay: (day: Day) => string) {
  const { db, actor, session } = c.var
  const isCatalogued = ({ sentOn, form }: EntryListRow) => sentOn !== null && form.form === 'kipp'
  const rows = (await listEntries(db, actor)).filter((row) => (code === null ? isCatalogued(row) : row.code === code))
  const ids = rows.map(({ id }) => id)
  const [answers, files] = [await answersOf(db, ids), await listFilesOf(db, 'entry', ids)]
  const news = await latestNewsOf(
    db,
    rows.map(({ projectId }) => projectId),
  )
  return rows.map((entry) => {
    const told = news.get(entry.projectId)
    return catalogueOf({
      ...{ entry, edition: entry.form, answers: answers.get(entry.id) ?? [], agencyName: session?.agency.name ?? '' },
      files: files.filter(({ thingId }) => thingId === entry.id),
      news: told ? { year: told.year, state: newsWords[told.state] } : null,
      writeDay,
    })
  })
}

async function sendCatalogue(c: Context<Web>, code: string | null, kind: string, name: string) {
  const rows = await catalogueRows(c, code, kind === 'json' ? (day) => day : dayInWords)
  const disposition = { 'content-disposition': `attachment; filename="${name}.${kind}"` }
  if (kind === 'json')
    return c.json(
      rows.map((row) => Object.fromEntries(row)),
      200,
      disposition,
    )
  const { headers, cells } = catalogueTable(rows)
  const columns: OutSheet['columns'] = headers.map((header) => ({ header, width: 24, format: 'text' }))
  // One line an innovation is for programs: its texts are too long to be read or printed so.
  const toRead: OutSheet = {
    name: 'Untuk dibaca',
    columns: [
      { ...readColumn, header: 'Kode', width: 12 },
      { ...readColumn, header: 'Keterangan', width: 34 },
      { ...readColumn, header: 'Isi', width: 100 },
    ],
    rows: rows.flatMap((row) => row.map(([header, value]) => [row[0]?.[1] ?? '', header, value])),
  }
  const bytes = await writeWorkbook([{ name: 'Katalog inovasi', columns, rows: cells }, toRead], c.var.now)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...disposition,
  })
}

const readColumn = { format: 'text', wraps: true } as const

export const exportRoutes = routes()
  .get('/usulan/:file{katalog\\.(?:xlsx|json)}', signedIn, (c) => {
    if (!looksOn(c.var.actor)) throw forbidden()
    return sendCatalogue(c, null, c.req.param('file').split('.')[1] ?? '', 'katalog-inovasi')
  })
  .get('/usulan/:file{[0-9a-z]{8}\\.(?:zip|xlsx|json)}', signedIn, async (c) => {
    const [code = '', kind = ''] = c.req.param('file').split('.')
    const view = await viewOf(c, code)
    if (kind === 'zip') return sendPackage(c, view)
    return sendCatalogue(c, code, kind, `katalog-${code}`)
  })
  .get('/usulan/:code/arsip/:file{\\d+\\.(?:docx|pdf)}', signedIn, async (c) => {
    const view = await viewOf(c)
    const [number, kind] = c.req.param('file').split('.')
    const kept = await findCopy(c.var.db, view.entry.id, Number(number))
    if (!kept) throw notFound()
    const paper = paperOf({ ...kept, agencyName: c.var.session?.agency.name ?? '' })
    return writeAs(c, paper, kind === 'pdf' ? 'pdf' : 'docx', `${nameOfEntry(view)}-salinan-${number}`)
  })
  .get('/usulan/:code/salin', signedIn, async (c) => {
    const view = await viewOf(c)
    const { db, actor } = c.var
    const [copied, copies] = [await listCopied(db, view.entry.id), await listCopies(db, view.entry.id)]
    const mayTick = can(entryPolicy, actor, 'edit', view.entry)
    return c.render(<CopyPage {...{ view, copied, copies, mayTick }} pieces={piecesOf(view)} />)
  })
  .post('/usulan/:code/salin', signedIn, async (c) => {
    const view = await viewOf(c)
    authorize(entryPolicy, c.var.actor, 'edit', view.entry)
    const { key, copied } = await readTyped(c)
    const piece = piecesOf(view).find((one) => one.key === key)
    if (!piece) throw notFound()
    await tickCopied(c.var.db, c.var.actor, view.entry.code, piece.key, copied === 'yes')
    return c.redirect(`/usulan/${view.entry.code}/salin#bidang-${piece.key}`, 303)
  })
