import type { Block, Paper } from '#documents/paper.ts'
import { dayIn, dayInWords, instantInWords, type Zone } from '#kit/date.ts'
import { asTyped, inFigures } from '#kit/decimal.ts'
import { aimsInWords, type BestOfGroup, bestByCategory, eligibilityInShort, noCategory } from './choice.ts'
import { comparable, correct } from './correction.ts'
import { lapseInWords, lateInWords, lateTitle } from './pages/late-words.ts'
import { bestTitles, correctionMethod, correctionWords, sensitivityWords, talkInWords } from './pages/ranking-words.ts'
import { causeWords, partingWords, ruleWords } from './pages/words.ts'
import type { AssessedProject } from './panel-store.ts'
import { totalOf } from './scoresheet.ts'
import type { AssessmentView } from './view.ts'

type Written = { view: AssessmentView; agencyName: string; decidedBy: string | null; zone: Zone; now: Date }

const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Berita acara as a document: the choice, the order and how firm it is, rubric, marks, who stayed out, signatures. */
export const minutesPaper = ({ view, agencyName, decidedBy, zone, now }: Written): Paper => ({
  title: `Berita acara ${view.assessment.title}`,
  author: agencyName,
  createdAt: view.choice?.decidedAt ?? now,
  orientation: 'landscape',
  blocks: [
    paragraph(`${agencyName}. ${view.programme.name}. ${view.projects.length} proyek dinilai.`),
    ...decisionOf(view, decidedBy, zone),
    heading('Peringkat'),
    rankingTable(view),
    ...firmnessOf(view).map(paragraph),
    ...bestOf(view),
    ...agreedOf(view, zone).map(paragraph),
    ...lateOf(view, zone),
    heading('Rubrik'),
    {
      kind: 'table',
      caption: 'Rubrik',
      columns: [
        { header: 'Kriteria', share: 3 },
        { header: 'Bobot (%)', align: 'end' },
        { header: 'Pemecah seri', align: 'end' },
      ],
      rows: view.criteria.map(({ name, weight, tieOrder }) => [
        ...[name, weight === null ? 'belum diketahui' : asTyped(weight), String(tieOrder ?? '–')],
      ]),
    },
    heading('Nilai menurut penilai'),
    ...view.projects.flatMap((project) => marksOf(view, project)),
    ...rulesOf(view),
    heading('Tanda tangan'),
    {
      kind: 'table',
      caption: 'Tanda tangan',
      columns: [{ header: 'Nama', share: 2 }, { header: 'Sebagai' }, { header: 'Tanda tangan', share: 2 }],
      rows: signersOf(view, decidedBy).map(({ name, as }) => [name, as, '\n\n']),
    },
  ],
})

/** Everybody who judged or was asked to, and whoever decided. */
export const signersOf = ({ panel, sheets, names, choice }: AssessmentView, decidedBy: string | null) => [
  ...[...new Set([...panel.judgeIds, ...sheets.map(({ judgeId }) => judgeId)])].map((id) => ({
    name: names.get(id) ?? '',
    as: 'Penilai',
  })),
  ...(choice && decidedBy ? [{ name: decidedBy, as: 'Yang memutuskan' }] : []),
]

function decisionOf(view: AssessmentView, decidedBy: string | null, zone: Zone): Block[] {
  const { choice, assessment } = view
  if (!choice) return assessment.closedReason ? [paragraph(`Ditutup tanpa pilihan: ${assessment.closedReason}`)] : []
  const project = view.projects.find(({ id }) => id === choice.projectId)
  const of = [project?.agentName, project?.unitName].filter(Boolean).join(', ')
  return [
    heading('Putusan'),
    paragraph(`Proyek terbaik: ${project?.title ?? ''} (${of}).`),
    paragraph(`Alasan: ${choice.reason}`),
    ...(choice.departure ? [paragraph(`Mengapa bukan yang pertama: ${choice.departure}`)] : []),
    ...(view.aimed.length > 0
      ? [paragraph(`Kategori yang dituju: ${aimsInWords(view.aimed, choice.projectId).join('; ') || noCategory.name}.`)]
      : []),
    ...(choice.eligibility ? [paragraph(`Syarat KIPP saat dipilih: ${eligibilityInShort(choice)}`)] : []),
    ...(choice.despite ? [paragraph(`Mengapa tetap dipilih: ${choice.despite}`)] : []),
    paragraph(`Diputuskan${decidedBy ? ` oleh ${decidedBy}` : ''} pada ${instantInWords(zone, choice.decidedAt)}.`),
  ]
}

/** The rules of the competition as they were checked when it was chosen. */
function rulesOf({ choice }: AssessmentView): Block[] {
  if (!choice || choice.rules.length === 0) return []
  return [
    heading('Syarat KIPP saat dipilih'),
    {
      kind: 'table',
      caption: 'Syarat KIPP saat dipilih',
      columns: [
        ...[{ header: 'Edisi', share: 2 }, { header: 'Syarat', share: 2 }, { header: 'Keadaan' }],
        ...['Data', 'Sumber'].map((header) => ({ header, share: 3 })),
      ],
      rows: choice.rules.map(({ edition, rule, state, datum, source }) => [
        edition,
        rule,
        ruleWords[state],
        datum,
        source,
      ]),
    },
  ]
}

function rankingTable({ ranking, projects, aimed }: AssessmentView): Block {
  const projectOf = new Map(projects.map((project) => [project.id, project]))
  return {
    kind: 'table',
    caption: 'Peringkat',
    columns: [
      ...[{ header: 'Peringkat' }, { header: 'Proyek', share: 4 }],
      ...['Nilai', 'Rata-rata', 'Selisih'].map((header) => ({ header, align: 'end' as const })),
      { header: 'Keterangan', share: 3 },
    ],
    rows: (ranking ?? []).map((ranked) => [
      String(ranked.place ?? '–'),
      [
        ...[projectOf.get(ranked.projectId)?.title, projectOf.get(ranked.projectId)?.unitName],
        ...(aimed.length > 0 ? [aimsInWords(aimed, ranked.projectId).join('; ') || noCategory.name] : []),
      ].join('\n'),
      ranked.value ? inFigures(ranked.value) : '–',
      ranked.mean ? inFigures(ranked.mean) : '–',
      ranked.spread ? inFigures(ranked.spread) : '–',
      [...(ranked.isFinal ? ['nilai akhir'] : []), ...[partingWords(ranked.parting)].filter(Boolean)].join('; ') || '–',
    ]),
  }
}

/** The first of each category at which somebody aims, and of each reform area. */
function bestOf({ best, aimed, ranking, projects }: AssessmentView): Block[] {
  const listed = (title: string, groups: readonly BestOfGroup[]): Block[] => {
    const entries = groups.map((one) => `${one.name}: ${bestTitles(one, projects).join('; ')}`)
    return entries.length === 0 ? [] : [heading(title, 2), { kind: 'list', ordered: false, entries }]
  }
  return [
    ...bestByCategory(ranking ?? [], aimed).flatMap(({ edition, groups }) =>
      listed(`Terbaik menurut kategori ${edition}`, groups),
    ),
    ...listed('Terbaik menurut area perubahan', best),
  ]
}

/** How firmly the order stands, in the words of the page. */
function firmnessOf({ ranking, assessment, projects, names }: AssessmentView): string[] {
  if (!ranking) return []
  const titleOf = (id: string) => projects.find((project) => project.id === id)?.title ?? ''
  const correction = correct(comparable(ranking))
  const corrected =
    correction.kind === 'made'
      ? correction.projects.map(({ projectId, value, place }) => `${place}. ${titleOf(projectId)} ${inFigures(value)}`)
      : []
  const talk = ranking.filter(({ needsTalk }) => needsTalk)
  const sensitivity = sensitivityWords(ranking, assessment.id, titleOf)
  return [
    correctionWords[correction.kind],
    ...(corrected.length > 0 ? [`${correctionMethod} Menurut nilai terkoreksi: ${corrected.join('; ')}.`] : []),
    ...(sensitivity ? [...sensitivity.sentences, sensitivity.method] : []),
    ...talk.map((ranked) => `Perlu dibahas: ${titleOf(ranked.projectId)}, ${talkInWords(ranked, names)}.`),
  ]
}

/** What was changed after the marks could be seen, under a heading of its own. */
function lateOf(view: AssessmentView, zone: Zone): Block[] {
  const entries = lateInWords(view, zone)
  return entries.length === 0 ? [] : [heading(lateTitle), { kind: 'list', ordered: false, entries }]
}

/** What the panel agreed on, and whom it put first of equals. */
function agreedOf({ finals, rulings, projects, late }: AssessmentView, zone: Zone): string[] {
  const titleOf = (id: string) => projects.find((project) => project.id === id)?.title ?? ''
  const on = (at: Date) => `Pada ${dayInWords(dayIn(zone, at))} panel`
  const agreed = finals.toReversed().map((final) => {
    const value = asTyped(final.value)
    return `${on(final.agreedAt)} menyepakati nilai akhir ${value} untuk ${titleOf(final.projectId)}${lapseInWords(final, final.agreedAt, late)}: ${final.reason}`
  })
  const ruled = rulings.map((ruling) => {
    return `${on(ruling.ruledAt)} mendahulukan ${titleOf(ruling.projectId)}${lapseInWords(ruling, ruling.ruledAt, late)}: ${ruling.reason}`
  })
  return [...agreed, ...ruled]
}

function marksOf(view: AssessmentView, project: AssessedProject): Block[] {
  const sheets = view.sheets.filter(({ projectId }) => projectId === project.id)
  const out = view.panel.recusals.filter(({ projectId }) => projectId === project.id)
  const rows = view.criteria.map(({ id, name }) => [name, ...sheets.map(({ marks }) => asTyped(marks.get(id) ?? '–'))])
  const totals = sheets.map(({ marks }) => totalOf(view.criteria, marks))
  const notes = sheets.map(({ judgeId, note, comments }) => {
    const why = view.criteria.flatMap(({ id, name }) => (comments.has(id) ? [`${name}: ${comments.get(id)}`] : []))
    return `${view.names.get(judgeId) ?? ''}: ${[note, ...why].filter(Boolean).join(' ')}`
  })
  const staying = out.map(({ judgeId, cause }) => `${view.names.get(judgeId) ?? ''} (${causeWords[cause]})`)
  const table: Block = {
    kind: 'table',
    caption: `Nilai ${project.title}`,
    columns: [
      { header: 'Kriteria', share: 2 },
      ...sheets.map(({ judgeId }) => ({ header: view.names.get(judgeId) ?? '', align: 'end' as const })),
    ],
    rows: [...rows, ['Jumlah berbobot', ...totals.map((total) => (total ? inFigures(total) : '–'))]],
  }
  const marked: Block[] = [table, { kind: 'list', ordered: false, entries: notes }]
  return [
    heading(project.title, 2),
    ...(sheets.length === 0 ? [paragraph('Tidak ada lembar.')] : marked),
    ...(staying.length === 0 ? [] : [paragraph(`Tidak menilai: ${staying.join('; ')}.`)]),
  ]
}
