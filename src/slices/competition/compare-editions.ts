import { type Day, dayInWords } from '#kit/date.ts'
import { uncapital } from '#kit/text.ts'
import { type Edition, type EditionField, fieldsOf } from './edition.ts'
import { at } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { signalWords, sourcesInWords } from './pages/words.ts'
import { certaintyWords, type EditionPart, editionParts, partInSentence } from './provenance.ts'

/** One difference between two versions of an edition, as whoever moves an entry on reads it. */
export type EditionChange = { sentence: string /** The field that it touches. */; field: string | null }

/** What is different in the later version; empty where nothing that an entry answers to changed. */
export function compareEditions(before: Edition, after: Edition): EditionChange[] {
  return [...ruleChanges(before, after), ...fieldChanges(before, after), ...listChanges(before, after)]
}

const general = (sentence: string): EditionChange => ({ sentence, field: null })

function ruleChanges(before: Edition, after: Edition): EditionChange[] {
  const rows: [string, unknown, unknown][] = [
    ['Nama', before.label, after.label],
    ['Tahun', before.year, after.year],
    ['Kelompok', before.group, after.group],
    ['Kompetisi', forms[before.form], forms[after.form]],
    ['Sebutan kompetisi', before.short, after.short],
    ['Tempat mengirim usulan', before.site, after.site],
    ['Bahasa jawaban', languages[before.language], languages[after.language]],
    ['Dasar hukum', before.basis, after.basis],
    ['Catatan', before.remark, after.remark],
    ['Pembukaan pendaftaran', dayOf(before.opensOn), dayOf(after.opensOn)],
    ['Penutupan pendaftaran', dayOf(before.closingOn), dayOf(after.closingOn)],
    ['Umur paling sedikit (tahun)', before.minimumYears, after.minimumYears],
    ['Keterangan umur', before.ageNote || null, after.ageNote || null],
    ['Usulan paling banyak per instansi', before.quota, after.quota],
    ['Hanya pelayanan publik', yes(before.needsPublicService), yes(after.needsPublicService)],
    ['Aturan penghargaan', awardsOf(before), awardsOf(after)],
    ['Video wajib', yes(before.video.required), yes(after.video.required)],
    ['Panjang video paling lama (detik)', before.video.mostSeconds, after.video.mostSeconds],
    ['Tinggi gambar video paling kecil', before.video.leastHeight, after.video.leastHeight],
    ['Bahasa video', before.video.language, after.video.language],
    ['Tempat video', before.video.hosts.join(', ') || null, after.video.hosts.join(', ') || null],
    ['Yang harus tampak pada video', before.video.shows.join('; ') || null, after.video.shows.join('; ') || null],
  ]
  return rows.filter(([, one, two]) => one !== two).map(([what, one, two]) => general(turned(what, one, two)))
}

function fieldChanges(before: Edition, after: Edition): EditionChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const gone = old.filter(({ key }) => !now.some((one) => one.key === key))
  return [
    ...gone.map(({ key, label }) => ({
      sentence: `Bidang ${label} tidak lagi ditanyakan. Jawabannya tetap tersimpan, tetapi tidak ikut dikirim.`,
      field: key,
    })),
    ...now.flatMap((field) => {
      const earlier = old.find(({ key }) => key === field.key)
      if (!earlier) return [{ sentence: `Bidang ${field.label} baru ditanyakan.`, field: field.key }]
      const rows: [string, unknown, unknown][] = [
        ['judul', earlier.label, field.label],
        ['nama pada formulir asli', earlier.original ?? null, field.original ?? null],
        ['nomor', earlier.number, field.number],
        ['aspek', aspectOf(before, field.key), aspectOf(after, field.key)],
        ['pertanyaan', earlier.question, field.question],
        ['yang harus dimuat', earlier.points.join('; ') || null, field.points.join('; ') || null],
        ['batas kata', earlier.limit, field.limit],
        ['bobot', earlier.weight, field.weight],
        ['bukti wajib', yes(earlier.needsEvidence), yes(field.needsEvidence)],
        ['diisi dari', sourcesInWords(earlier.sources) || null, sourcesInWords(field.sources) || null],
        ['dicari pada jawaban', signalsOf(earlier), signalsOf(field)],
      ]
      return rows
        .filter(([, one, two]) => one !== two)
        .map(([what, one, two]) => ({ sentence: turned(`${field.label}, ${what}`, one, two), field: field.key }))
    }),
    ...orderChange('Bidang', old, now),
  ]
}

const lists = {
  categories: 'Kategori',
  goals: 'Tujuan TPB',
  identity: 'Pertanyaan identitas',
  checks: 'Surat atau pernyataan',
  stages: 'Tahap',
} as const

type List = keyof typeof lists
type Row = { key: string; label: string }

const listChanges = (before: Edition, after: Edition): EditionChange[] =>
  (Object.keys(lists) as List[]).flatMap((list) => {
    const [old, now]: [Row[], Row[]] = [before[list], after[list]]
    const lacking = (from: Row[], other: Row[]) =>
      from.filter(({ key }) => !other.some((one) => one.key === key)).map(({ label }) => label)
    return [
      ...lacking(old, now).map((label) => general(`${lists[list]} “${label}” tidak ada lagi.`)),
      ...lacking(now, old).map((label) => general(`${lists[list]} “${label}” ditambahkan.`)),
      ...rowChanges(list, old, now),
      ...orderChange(lists[list], old, now),
    ]
  })

/** What is said otherwise of a row that stays. */
function rowChanges(list: List, old: Row[], now: Row[]): EditionChange[] {
  const said = partsOf({})
    .flatMap(({ rows }) => rows ?? [])
    .find(({ path }) => path === list)?.said
  return now.flatMap((row) => {
    const earlier = old.find(({ key }) => key === row.key)
    if (!earlier) return []
    return (said ?? []).flatMap(({ path, label, options }) => {
      const [one, two] = [earlier, row].map((from) => {
        const value = at(from, path) ?? null
        return options?.({ [list]: now }).find((option) => option.value === value)?.label ?? worded(value)
      })
      if (one === two) return []
      return [general(turned(`${lists[list]} “${earlier.label}”, ${label.toLowerCase()}`, one, two))]
    })
  })
}

/** In which order those stand that both have, where it is another one. */
function orderChange(what: string, old: Row[], now: Row[]): EditionChange[] {
  const [before, after] = [
    old.filter(({ key }) => now.some((one) => one.key === key)),
    now.filter(({ key }) => old.some((one) => one.key === key)),
  ]
  if (before.every(({ key }, index) => after[index]?.key === key)) return []
  return [general(`${what}, urutan baru: ${after.map(({ label }) => label).join('; ')}.`)]
}

/** All that is other in the later version, and where it is known from. */
export const compareWhole = (before: Edition, after: Edition): EditionChange[] => [
  ...compareEditions(before, after),
  ...compareOrigins(before, after),
]

/** Where a part is known from is other in the later version: what was only remembered was read since. */
const compareOrigins = (before: Edition, after: Edition): EditionChange[] =>
  editionParts.flatMap((part) => {
    const [one, two] = [before.provenance[part], after.provenance[part]]
    return [
      ...(one.certainty === two.certainty
        ? []
        : [general(turned(`Kepastian ${partInSentence(part)}`, sureness(one), sureness(two)))]),
      ...(one.source === two.source
        ? []
        : [general(turned(`Sumber ${partInSentence(part)}`, one.source || null, two.source || null))]),
    ]
  })

const sureness = ({ certainty }: Edition['provenance'][EditionPart]) => uncapital(certaintyWords[certainty])

const forms: Record<Edition['form'], string> = { kipp: 'KIPP', other: 'kompetisi lain' }
const languages: Record<Edition['language'], string> = { id: 'Indonesia', en: 'Inggris' }

/** Which earlier awards keep an innovation out. */
export const awardsOf = ({ awardRules, stages }: Edition): string | null =>
  awardRules
    .map(({ award, most }) => ({ name: stages.find(({ key }) => key === award)?.label ?? award, most }))
    .map(({ name, most }) => (most === 0 ? `belum pernah ${name}` : `${name} paling banyak ${most} kali`))
    .join(', ') || null

const aspectOf = ({ aspects }: Edition, key: string): string | undefined =>
  aspects.find(({ fields }) => fields.some((field) => field.key === key))?.label

const signalsOf = ({ signals }: Pick<EditionField, 'signals'>): string | null =>
  signals.map((signal) => signalWords[signal]).join('; ') || null

const worded = (value: unknown) => (typeof value === 'boolean' ? yes(value) : value === '' ? null : value)
const dayOf = (day: Day | null) => day && dayInWords(day)
const yes = (value: boolean) => (value ? 'ya' : 'tidak')
/** As it stands in a sentence: on one line, without its own full stop. */
const shown = (value: unknown) =>
  value === null ? 'belum diketahui' : String(value).replaceAll('\n', '; ').replace(/\.$/, '')
const turned = (what: string, one: unknown, two: unknown) => `${what}: semula ${shown(one)}, menjadi ${shown(two)}.`
