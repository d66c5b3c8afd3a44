import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { type ZipEntry, zipOf } from '#documents/write-zip.ts'
import { bytesOf } from '#files'
import { blankForm, type Form } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { areasOf, inForceOn, listProgrammes } from '#programme'
import { titleOf, viewOf } from '#project'
import { type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import type { PackedPiece } from './bundle.ts'
import { bundleArea, bundleProject } from './bundle-commands.ts'
import { bundleSheet } from './bundle-sheet.ts'
import { areaBundleForm, bundleForm } from './forms.ts'
import { writeBundleIndex } from './pages/bundle-index.tsx'
import { BundlePage } from './pages/bundle-page.tsx'
import { areaEvidencePolicy } from './policy.ts'

type Named = { title: string; fileName: string }

/** Answers with the bundle, which is read and sent file by file. */
export async function sendBundle(
  c: Context<Web>,
  { title, fileName }: Named,
  pieces: PackedPiece[],
): Promise<Response> {
  const { now, zone, actor, files } = c.var
  const index = Buffer.from(writeBundleIndex({ title, pieces, now, zone }))
  const sheet = await writeWorkbook([bundleSheet(pieces)], now)
  const made = (name: string, bytes: Uint8Array): ZipEntry => ({ name, size: bytes.length, open: () => bytesOf(bytes) })
  const kept = pieces.flatMap(({ path, piece: { file } }): ZipEntry[] =>
    path && file ? [{ name: path, size: file.size, open: () => files.blobs.open(actor.agencyId, file.sha256) }] : [],
  )
  const entries = [made('indeks.html', index), made('indeks.xlsx', sheet), ...kept]
  const stream = Readable.toWeb(Readable.from(zipOf(entries, now), { objectMode: false }))
  return new Response(stream as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const taker = (c: Context<Web>) => ({ db: c.var.db, actor: c.var.actor, blobs: c.var.files.blobs, now: c.var.now })

const first = blankForm({ choice: 'standing' })

/** The page that asks what is packed of a project. */
async function ofProject(c: Context<Web>) {
  const { project } = await viewOf(c)
  const home = `/proyek/${project.code}`
  const breadcrumbs = [
    { path: home, label: titleOf(project) },
    { path: `${home}/eviden`, label: 'Eviden' },
  ]
  const page = { lead: titleOf(project), action: `${home}/eviden/paket`, breadcrumbs, areas: null }
  return {
    project,
    draw: (form: Form, status: PageStatus = 200) => c.render(<BundlePage {...page} form={form} />, status),
  }
}

/** The page that asks for the reform area, for whoever may look at all projects. */
async function ofProgramme(c: Context<Web>) {
  const { db, actor, today } = c.var
  authorize(areaEvidencePolicy, actor, 'read', { agencyId: actor.agencyId })
  const programmes = await listProgrammes(db)
  const wanted = c.req.query('program')
  const programme = wanted
    ? programmes.find(({ slug }) => slug === wanted)
    : (inForceOn(programmes, today) ?? programmes[0])
  if (!programme) throw notFound()
  const areas = await areasOf(db, programme.setCode)
  const back = `/laporan?program=${programme.slug}`
  const page = {
    lead: programme.name,
    action: `/laporan/eviden?program=${programme.slug}`,
    breadcrumbs: [{ path: back, label: 'Kemajuan proyek' }],
    areas,
  }
  const draw = (form: Form, status: PageStatus = 200) => c.render(<BundlePage {...page} form={form} />, status)
  return { programme, areas, draw }
}

export const bundleRoutes = routes()
  .get('/proyek/:code/eviden/paket', signedIn, async (c) => (await ofProject(c)).draw(first))
  .post('/proyek/:code/eviden/paket', signedIn, async (c) => {
    const { project, draw } = await ofProject(c)
    const read = await readPosted(c, bundleForm)
    if (!read.ok) return draw(read.form, read.status)
    const pieces = await bundleProject(taker(c), project.code, read.value.choice)
    return sendBundle(c, { title: titleOf(project), fileName: `eviden-${project.code}` }, pieces)
  })
  .get('/laporan/eviden', signedIn, async (c) => (await ofProgramme(c)).draw(first))
  .post('/laporan/eviden', signedIn, async (c) => {
    const { programme, areas, draw } = await ofProgramme(c)
    const read = await readPosted(c, areaBundleForm)
    if (!read.ok) return draw(read.form, read.status)
    const area = areas.find(({ code }) => code === read.value.area)
    if (!area) throw notFound()
    const of = { programmeId: programme.id, areaCode: area.code }
    const pieces = await bundleArea(taker(c), of, read.value.choice, c.var.today)
    const named = { title: `${area.name}, ${programme.name}`, fileName: `eviden-${programme.slug}-${area.code}` }
    return sendBundle(c, named, pieces)
  })
