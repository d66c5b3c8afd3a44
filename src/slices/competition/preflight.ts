import { type Day, dayInWords } from '#kit/date.ts'
import { type Exact, exact, plus, zero } from '#kit/decimal.ts'
import { capital, listInWords, numberInWords } from '#kit/text.ts'
import { countWords } from '#kit/words.ts'
import { type Edition, type EditionField, excessOf, fieldsOf, type Signal, type Source } from './edition.ts'
import { awardInWords, awardsOver } from './eligibility.ts'
import { fillersIn } from './fillers.ts'
import { isUntranslated } from './language.ts'
import { proposalsOf } from './proposal.ts'
import { certaintyWords, type EditionPart, partInSentence } from './provenance.ts'
import { closingOf, gapsOf, type Judged } from './readiness.ts'
import type { ProjectFacts } from './source-text.ts'
import { findingsOf } from './video.ts'

/**
 * One thing that was looked at: whether it is there, what that is known from, and where it is mended. `soon` is what a
 * strong answer would show and this one does not; it stops nothing.
 */
export type Finding = {
  state: 'good' | 'late' | 'soon' | 'open'
  sentence: string
  source: string
  at: string | null
  /** For a field that is still empty: what helps whoever fills it. */
  help?: FieldHelp
}

/** Petunjuk bidang: what a field asks for, what hangs on it, and what Rintis already holds for it. */
export type FieldHelp = {
  field: EditionField
  from: Source[]
  missing: Source[]
  /** Verified evidence that could prove the answer. */
  evidence: number
}

/** Bagian periksa awal: what is marked together, with the points that hang on it (null where nobody knows them). */
export type CheckedPart = { label: string; weight: string | null; findings: Finding[] }

/** What is known besides the entry itself: its project, its agency's other entries, and what they came to. */
export type Around = {
  facts: ProjectFacts
  verifiedEvidence: number
  /** How far its activities have come, in percent; null where nothing was reported. */
  percent: number | null
  /** Entries of the agency in this edition, this one too. */
  entriesInEdition: number
  /** Stages that earlier entries of the project passed. */
  awards: string[]
  today: Day
  /** Titles of the agency's other entries. */
  otherTitles: string[]
}

/** The check before an entry goes out: first what lets it in, then each aspect with its points. It gives no score. */
export function preflightOf(judged: Judged, around: Around): CheckedPart[] {
  const all = fieldsOf(judged.edition)
  const proposals = proposalsOf(all, around.facts, new Map(judged.answers.map(({ field, text }) => [field, text])))
  return [
    { label: 'Syarat masuk', weight: null, findings: gatesOf(judged, around) },
    ...judged.edition.aspects.map(({ label, weight, fields }) => ({
      label,
      weight,
      findings: all
        .filter(({ key }) => fields.some((field) => field.key === key))
        .flatMap((field) => {
          const { from = [], missing = [] } = proposals.get(field.key) ?? {}
          const evidence = field.signals.includes('verified-evidence') ? around.verifiedEvidence : 0
          return findingsOfField(field, judged, around, { field, from, missing, evidence })
        }),
    })),
  ]
}

/** How many points of the edition hang on aspects in which something is missing, and whether all weights are known. */
export function hangingPoints(criteria: readonly CheckedPart[]): { points: Exact; isWhole: boolean } {
  const wanting = criteria
    .slice(1)
    .filter(({ findings }) => findings.some(({ state }) => state === 'late' || state === 'soon'))
  return {
    points: wanting.reduce((sum, { weight }) => plus(sum, weight === null ? zero : exact(weight)), zero),
    isWhole: wanting.every(({ weight }) => weight !== null),
  }
}

/** A rule of the edition as the source of a finding, with how sure that rule is. */
const ruleOf = ({ provenance }: Edition, part: EditionPart): string =>
  `Aturan edisi, ${partInSentence(part)} (${certaintyWords[provenance[part].certainty].toLowerCase()})`

function gatesOf(judged: Judged, around: Around): Finding[] {
  const { entry, edition, film } = judged
  const fields = new Set(fieldsOf(edition).map(({ key }) => key))
  const missing = gapsOf(judged).filter(({ at }) => at === null || !fields.has(at))
  const video = findingsOf(edition.video, entry.videoUrl, film).filter(({ state }) => state !== 'wrong')
  return [
    ...missing.map(({ sentence, at, part }) => ({
      ...{ state: 'late' as const, sentence, at },
      source: ruleOf(edition, part),
    })),
    ...futureFinding(judged, around),
    ...video.map(({ state, sentence }) => ({
      ...{ state: state === 'good' ? ('good' as const) : ('open' as const), sentence },
      ...(state === 'good'
        ? {
            source: film
              ? `Dokumentasi “${film.title}”, ${ruleOf(edition, 'video').toLowerCase()}`
              : ruleOf(edition, 'video'),
            at: null,
          }
        : { source: 'Dokumentasi: pilih film yang sama', at: 'identitas' }),
    })),
    ...awardsOver(edition, around.awards).map((over) => ({
      ...{ state: 'late' as const, sentence: awardInWords(over), at: null },
      source: 'Riwayat hasil di Rintis',
    })),
    ...closedFinding(judged, around),
    quotaFinding(judged, around),
    titleFinding(judged, around),
    ...(missing.length === 0
      ? [
          {
            state: 'good' as const,
            sentence: `${capital(listInWords(gatesIn(edition)))} lengkap.`,
            source: ruleOf(edition, 'age'),
            at: null,
          },
        ]
      : []),
  ]
}

/** What an edition asks for outside its fields. */
const gatesIn = ({ minimumYears, categories, goals, identity, checks }: Edition): string[] => [
  minimumYears === 0 ? 'tanggal mulai' : 'umur',
  ...(categories.length > 0 ? ['kategori'] : []),
  ...(goals.length > 0 ? ['tujuan TPB'] : []),
  ...(identity.length > 0 ? ['identitas'] : []),
  ...(checks.some(({ kind }) => kind === 'letter') ? ['surat'] : []),
  ...(checks.some(({ kind }) => kind === 'statement') ? ['pernyataan'] : []),
]

/** An entry that has not gone out can be prepared after its window closed, to be moved to a later edition. */
function closedFinding({ entry, edition }: Judged, { today }: Around): Finding[] {
  const closing = closingOf(entry, edition)
  if (entry.state === 'sent' || closing === null || closing >= today) return []
  return [
    {
      state: 'soon',
      sentence: `Pendaftaran sudah ditutup ${dayInWords(closing)}.`,
      source: ruleOf(edition, 'dates'),
      at: null,
    },
  ]
}

/** What is only planned has not begun, whatever proves the plan. */
function futureFinding({ entry: { startedOn } }: Judged, { today }: Around): Finding[] {
  if (startedOn === null || startedOn <= today) return []
  const sentence = `Tanggal mulai diterapkan, ${dayInWords(startedOn)}, masih akan datang.`
  return [{ state: 'late', sentence, source: 'Identitas usulan', at: 'identitas' }]
}

function quotaFinding({ edition }: Judged, { entriesInEdition }: Around): Finding {
  const source = 'Daftar usulan instansi'
  if (edition.quota === null)
    return {
      state: 'open',
      sentence: 'Batas usulan per instansi belum diketahui.',
      source: ruleOf(edition, 'groups'),
      at: null,
    }
  return entriesInEdition > edition.quota
    ? {
        state: 'late',
        sentence: `Instansi punya ${entriesInEdition} usulan, batasnya ${edition.quota}.`,
        source,
        at: null,
      }
    : { state: 'good', sentence: `${entriesInEdition} dari ${edition.quota} usulan instansi.`, source, at: null }
}

function titleFinding({ entry }: Judged, { otherTitles }: Around): Finding {
  const source = 'Judul usulan lain instansi ini'
  const isTaken = entry.title !== '' && otherTitles.some((title) => plain(title) === plain(entry.title))
  return isTaken
    ? { state: 'late', sentence: 'Judul ini sudah dipakai usulan proyek lain.', source, at: 'identitas' }
    : { state: 'good', sentence: 'Judul belum dipakai usulan lain.', source, at: null }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function findingsOfField(field: EditionField, judged: Judged, around: Around, help: FieldHelp): Finding[] {
  const { answers, edition, files } = judged
  const answer = answers.find((one) => one.field === field.key)
  const text = answer?.text.trim() ?? ''
  const source = `Jawaban bidang ${field.number}`
  const at = field.key
  if (text === '') return [{ state: 'late', sentence: `${field.label} belum diisi.`, source, at, help }]
  const proofs =
    (answer?.evidence.split('\n').filter((line) => line.trim() !== '').length ?? 0) +
    files.filter(({ part }) => part === field.key).length
  const others = answers.filter((one) => one.field !== field.key).map((one) => one.text)
  return [
    lengthFinding(field, text, `${source}; ${ruleOf(edition, 'limits').toLowerCase()}`),
    ...(isUntranslated(text, edition)
      ? [
          {
            state: 'soon' as const,
            sentence: 'Tampaknya masih berbahasa Indonesia; formulirnya berbahasa Inggris.',
            source,
            at,
          },
        ]
      : []),
    ...fillersIn(text, others).map((sentence) => ({ state: 'late' as const, sentence, source, at })),
    ...(field.needsEvidence
      ? [
          proofs > 0
            ? { state: 'good' as const, sentence: `${proofs} bukti dukung.`, source: 'Bukti bidang ini', at: null }
            : { state: 'late' as const, sentence: 'Belum ada bukti dukung.', source: 'Bukti bidang ini', at },
        ]
      : []),
    ...field.signals.map((signal) => ({ at, ...signalFindings[signal]({ field, text, proofs, around }) })),
  ]
}

function lengthFinding(field: EditionField, text: string, source: string): Finding {
  const words = countWords(text)
  const count = numberInWords(words)
  if (field.limit === null)
    return { state: 'open', sentence: `${field.label}: ${count} kata; batasnya belum diketahui.`, source, at: null }
  const used = `${field.label}: ${count} dari ${numberInWords(field.limit)} kata`
  if (excessOf(text, field) > 0) return { state: 'late', sentence: `${used}, terlalu panjang.`, source, at: field.key }
  // Below two fifths of the room an answer is thin (domain dossier 8, G7).
  return words * 5 < field.limit * 2
    ? { state: 'soon', sentence: `${used}, masih tipis: kurang dari dua per lima batasnya.`, source, at: field.key }
    : { state: 'good', sentence: `${used}.`, source, at: null }
}

const replicationSource = 'Kabar inovasi, dan proyek terbit yang dimulai dari proyek ini'

type Looked = { field: EditionField; text: string; proofs: number; around: Around }

const signalFindings: Record<Signal, (looked: Looked) => Pick<Finding, 'state' | 'sentence' | 'source'>> = {
  figures: ({ field, text }) =>
    /\d/.test(text)
      ? { state: 'good', sentence: 'Menyebut angka.', source: `Jawaban bidang ${field.number}` }
      : { state: 'soon', sentence: 'Belum menyebut satu angka pun.', source: `Jawaban bidang ${field.number}` },
  'before-after': ({ around: { facts } }) => {
    const both = facts.finalValues.filter(({ from }) => from !== null).length
    const source = 'Nilai akhir proyek'
    return both > 0
      ? { state: 'good', sentence: `${both} indikator punya nilai sebelum dan sesudah.`, source }
      : { state: 'soon', sentence: 'Belum ada indikator dengan nilai sebelum dan sesudah.', source }
  },
  'verified-evidence': ({ around: { verifiedEvidence } }) =>
    verifiedEvidence > 0
      ? { state: 'good', sentence: `${verifiedEvidence} eviden sudah diverifikasi.`, source: 'Eviden proyek' }
      : { state: 'soon', sentence: 'Belum ada eviden yang diverifikasi.', source: 'Eviden proyek' },
  'activities-done': ({ around: { percent } }) => {
    const source = 'Laporan kemajuan'
    if (percent === null) return { state: 'open', sentence: 'Belum ada kegiatan yang dilaporkan.', source }
    return { state: percent === 100 ? 'good' : 'soon', sentence: `Kegiatan terlaksana ${percent} persen.`, source }
  },
  replicated: ({
    around: {
      facts: { replicatedBy },
    },
  }) =>
    replicatedBy.length > 0
      ? { state: 'good', sentence: `Ditiru oleh ${replicatedBy.join('; ')}.`, source: replicationSource }
      : { state: 'soon', sentence: 'Belum ada peniru yang tercatat.', source: replicationSource },
  'three-documents': ({ proofs }) =>
    proofs >= 3
      ? { state: 'good', sentence: 'Tiga dokumen atau lebih mendukung.', source: 'Bukti bidang ini' }
      : {
          ...{ state: 'soon', source: 'Bukti bidang ini' },
          sentence: `Baru ${proofs} dokumen; kelembagaan, pengelolaan, dan sosial masing-masing perlu satu.`,
        },
}
