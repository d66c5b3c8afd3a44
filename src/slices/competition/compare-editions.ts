import { dayInWords, isDay } from '#kit/date.ts'
import { type Edition, fieldsOf } from './edition.ts'

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
    ['Dasar hukum', before.basis, after.basis],
    ['Pembukaan pendaftaran', before.opensOn, after.opensOn],
    ['Penutupan pendaftaran', before.closingOn, after.closingOn],
    ['Umur paling sedikit (tahun)', before.minimumYears, after.minimumYears],
    ['Usulan paling banyak per instansi', before.quota, after.quota],
    ['Panjang video paling lama (detik)', before.video.mostSeconds, after.video.mostSeconds],
    ['Tinggi gambar video paling kecil', before.video.leastHeight, after.video.leastHeight],
    ['Bahasa video', before.video.language, after.video.language],
    ['Tempat video', before.video.hosts.join(', ') || null, after.video.hosts.join(', ') || null],
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
        ['pertanyaan', earlier.question, field.question],
        ['yang harus dimuat', earlier.points.join('; ') || null, field.points.join('; ') || null],
        ['batas kata', earlier.limit, field.limit],
        ['bobot', earlier.weight, field.weight],
        ['bukti wajib', yes(earlier.needsEvidence), yes(field.needsEvidence)],
      ]
      return rows
        .filter(([, one, two]) => one !== two)
        .map(([what, one, two]) => ({ sentence: turned(`${field.label}, ${what}`, one, two), field: field.key }))
    }),
  ]
}

const lists = {
  categories: 'Kategori',
  goals: 'Tujuan TPB',
  identity: 'Pertanyaan identitas',
  checks: 'Surat atau pernyataan',
  stages: 'Tahap',
} as const

const listChanges = (before: Edition, after: Edition): EditionChange[] =>
  (Object.keys(lists) as (keyof typeof lists)[]).flatMap((list) => {
    const [old, now] = [before[list], after[list]]
    const lacking = (from: typeof old, other: typeof old) =>
      from.filter(({ key }) => !other.some((one) => one.key === key)).map(({ label }) => label)
    return [
      ...lacking(old, now).map((label) => general(`${lists[list]} “${label}” tidak ada lagi.`)),
      ...lacking(now, old).map((label) => general(`${lists[list]} “${label}” ditambahkan.`)),
    ]
  })

const yes = (value: boolean) => (value ? 'ya' : 'tidak')
const shown = (value: unknown) =>
  value === null ? 'belum diketahui' : isDay(String(value)) ? dayInWords(String(value)) : String(value)
const turned = (what: string, one: unknown, two: unknown) => `${what}: semula ${shown(one)}, menjadi ${shown(two)}.`
