import type { Block, Paper } from '#documents/paper.ts'
import { dayIn, dayInWords, type Zone } from '#kit/date.ts'
import { exact, inFigures, meanOf } from '#kit/decimal.ts'
import type { AssessedProject } from './panel-store.ts'
import type { AssessmentView } from './view.ts'

type Written = { view: AssessmentView; project: AssessedProject; agencyName: string; zone: Zone; now: Date }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/**
 * Surat umpan balik: what the panel says to those who made a project. No judge is named in it, and what judges wrote
 * stands in the order of the alphabet, so that nobody is known by the place. Other projects are not in it; the own
 * place only where the result was announced.
 */
export function letterPaper({ view, project, agencyName, zone, now }: Written): Paper {
  const { assessment, programme, criteria, choice } = view
  const sheets = view.sheets.filter(({ projectId }) => projectId === project.id)
  const ranked = view.ranking?.find(({ projectId }) => projectId === project.id)
  const written = sheets.map(({ note }) => note).filter((note) => note !== '')
  const on = choice ? `, yang diputuskan pada ${dayInWords(dayIn(zone, choice.decidedAt))}` : ''
  const value = ranked?.place && ranked.value ? inFigures(ranked.value) : null
  const isPlaced = assessment.announcedAt !== null && ranked?.place
  return {
    title: `Umpan balik penilaian: ${project.title}`,
    author: agencyName,
    createdAt: choice?.decidedAt ?? now,
    orientation: 'portrait',
    blocks: [
      paragraph(`Kepada ${project.agentName ?? 'agen perubahan'}\n${project.unitName}`),
      paragraph(
        `Proyek perubahan “${project.title}” telah dinilai dalam ${assessment.title}, ${programme.name}${on}. ${outcomeOf(view, project)}`,
      ),
      paragraph(
        value === null
          ? 'Proyek ini tidak diperingkat karena kurang dari dua lembar penilaian yang sah.'
          : `Nilai proyek ini ${value}, dari ${sheets.length} penilai.`,
      ),
      ...(isPlaced ? [paragraph(`Peringkatnya ${ranked.place} dari ${view.projects.length} proyek.`)] : []),
      { kind: 'heading', level: 1, text: 'Nilai menurut kriteria' },
      {
        kind: 'table',
        caption: 'Rata-rata penilai menurut kriteria',
        columns: [
          { header: 'Kriteria', share: 3 },
          { header: 'Rata-rata penilai', align: 'end' },
        ],
        rows: criteria.map(({ id, name }) => {
          const mean = meanOf(sheets.flatMap(({ marks }) => marks.get(id) ?? []).map(exact))
          return [name, mean ? inFigures(mean) : '–']
        }),
      },
      ...listed('Yang ditulis penilai', written),
      ...criteria.flatMap(({ id, name }) =>
        listed(
          `Tentang ${name}`,
          sheets.flatMap(({ comments }) => comments.get(id) ?? []),
        ),
      ),
      paragraph(`${agencyName} berterima kasih atas perubahan yang telah Anda kerjakan.`),
    ],
  }
}

const outcomeOf = ({ choice }: AssessmentView, { id }: AssessedProject): string =>
  choice?.projectId === id ? 'Proyek ini dipilih sebagai yang terbaik.' : 'Proyek lain dipilih sebagai yang terbaik.'

const listed = (title: string, entries: string[]): Block[] =>
  entries.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: title },
        { kind: 'list', ordered: false, entries: entries.toSorted((a, b) => a.localeCompare(b, 'id')) },
      ]
