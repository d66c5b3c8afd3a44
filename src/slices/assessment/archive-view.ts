import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { type ZipEntry, zipOf } from '#documents/write-zip.ts'
import { listEntriesOf } from '#journal'
import { type Exact, inFigures } from '#kit/decimal.ts'
import { slugOf } from '#kit/text.ts'
import type { Web } from '#web/request.ts'
import { bestByCategory } from './choice.ts'
import { comparable, correct } from './correction.ts'
import { letterPaper } from './letter-paper.ts'
import { minutesPaper } from './minutes-paper.ts'
import { bytesIn } from './paper-view.ts'
import { drawAnew, seedOf } from './sensitivity.ts'
import type { AssessmentView } from './view.ts'

const about = `Arsip penilaian

berita-acara.pdf, berita-acara.docx   berita acara dengan tempat tanda tangan penilai
umpan-balik/                          surat umpan balik untuk setiap proyek
penilaian.json                        rubrik, panel, lembar, nilai akhir, peringkat, dan pilihan
jejak.json                            jejak audit penilaian ini

Versi lembar sebelum dikirim tidak ada di sini: hanya penilainya sendiri yang melihatnya.
`

/** Everything that led to the choice as one ZIP, made file by file as it is read. */
export async function sendArchive(c: Context<Web>, view: AssessmentView, decidedBy: string | null) {
  const { now, zone } = c.var
  const agencyName = c.var.session?.agency.name ?? ''
  const journal = await listEntriesOf(c.var.db, [view.assessment.id])
  const minutes = () => minutesPaper({ view, agencyName, decidedBy, zone, now })
  const entries: ZipEntry[] = [
    later('BACA.txt', async () => Buffer.from(about)),
    later('berita-acara.pdf', () => bytesIn(minutes(), 'pdf')),
    later('berita-acara.docx', () => bytesIn(minutes(), 'docx')),
    ...view.projects.map((project) =>
      later(`umpan-balik/${project.code}.pdf`, () =>
        bytesIn(letterPaper({ view, project, agencyName, zone, now }), 'pdf'),
      ),
    ),
    later('penilaian.json', async () => json(recordOf(view))),
    later('jejak.json', async () => json(journal)),
  ]
  const stream = Readable.toWeb(Readable.from(zipOf(entries, now), { objectMode: false }))
  return new Response(stream as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="arsip-${slugOf(view.assessment.title)}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** What is made when its turn comes. None of it comes near the four gigabytes at which a size must be known before. */
const later = (name: string, make: () => Promise<Uint8Array>): ZipEntry => ({
  name,
  size: 0,
  open: async function* () {
    yield await make()
  },
})

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, plain, 2)}\n`)

/** Maps as objects and exact numbers with six decimals, as people and programs read them. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value)
  return isExact(value) ? inFigures(value, 6) : value
}

const isExact = (value: unknown): value is Exact =>
  typeof value === 'object' && value !== null && 'over' in value && 'under' in value

function recordOf(view: AssessmentView) {
  const { assessment, rubric, criteria, projects, panel, sheets, finals, rulings, choice, ranking } = view
  const { late, withdrawn, best, aimed } = view
  const judged = comparable(ranking ?? [])
  return {
    penilaian: assessment,
    rubrik: { ...rubric, kriteria: criteria },
    penilai: view.names,
    proyek: projects.map(({ id, code, title, unitName, agentName, isPublicService }) => ({
      ...{ id, code, title, unitName, agentName, isPublicService },
    })),
    tidakMenilai: panel.recusals,
    lembar: sheets,
    nilaiAkhir: finals,
    keputusanSeri: rulings,
    peringkat: ranking,
    kategoriYangDituju: aimed,
    terbaikMenurutKategori: bestByCategory(ranking ?? [], aimed),
    terbaikMenurutArea: best,
    koreksi: correct(judged),
    pengambilanUlang: drawAnew(judged, seedOf(assessment.id)),
    perubahanSetelahNilaiTerlihat: late,
    putusanDitarik: withdrawn,
    pilihan: choice,
  }
}
