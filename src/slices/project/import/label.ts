import { plainWords } from '#documents/sheet-text.ts'
import { monthIn, smallNumber } from './month.ts'
import type { ColumnUse } from './reading.ts'

/** What a heading means, by the words in it; the first that fits counts, the special before the general. */
const meanings: [ColumnUse, RegExp][] = [
  ['line', /^kode baris\b/],
  ['number', /^(?:no|nomor|no urut|nomor urut|nr)$/],
  ['indicatorUnit', /\bsatuan\b/],
  ['startsOn', /\b(?:mulai|dimulai)\b|\btanggal awal\b|^dari$/],
  ['endsOn', /\b(?:selesai|berakhir|tenggat|deadline|penyelesaian)\b|\bbatas waktu\b|\btanggal akhir\b|^sampai$/],
  ['period', /\b(?:waktu|jadwal|periode|timeline|tanggal|bulan|rentang)\b/],
  ['mitigation', /\b(?:mitigasi|mitigasinya|penanganan|penanganannya|pengendalian)\b/],
  ['risk', /\b(?:risiko|resiko|kendala|hambatan)\b/],
  ['areaCodes', /\barea\b/],
  ['parties', /\b(?:pihak|pemangku kepentingan|stakeholder|mitra|unit terkait)\b/],
  ['inCharge', /\b(?:penanggung ?jawab|pic|pj|pelaksana)\b/],
  ['resources', /\b(?:sumber daya|anggaran|biaya|dana|kebutuhan|sarana)\b/],
  ['baseline', /\b(?:baseline|kondisi awal|data awal|nilai awal|capaian awal)\b|^(?:awal|kondisi saat ini)$/],
  ['target', /\btarget\b/],
  ['indicator', /\b(?:indikator|tolok ukur|ukuran)\b/],
  ['output', /\b(?:output|keluaran|hasil|produk|luaran)\b/],
  ['title', /\b(?:kegiatan|rencana aksi|aksi|aktivitas|tahapan|langkah|rencana tindak|tindakan|uraian)\b/],
  ['initiative', /\b(?:program|inisiatif)\b/],
]

/** The words of which headings are made; a row that says anything else is no header. */
const vocabulary = new Set(
  `no nomor nr urut kode baris program nama kegiatan uraian rencana aksi tindak lanjut aktivitas tahapan langkah tindakan
  output keluaran hasil produk luaran indikator keberhasilan kinerja ukuran tolok ukur satuan baseline data awal kondisi
  nilai capaian saat ini target akhir waktu jadwal pelaksanaan periode tanggal bulan rentang timeline mulai dimulai
  selesai berakhir penyelesaian tenggat deadline batas dari sampai penanggung jawab penanggungjawab pic pj pelaksana
  pihak terlibat terkait pemangku kepentingan stakeholder mitra sumber daya anggaran biaya dana kebutuhan sarana risiko
  resiko mitigasi mitigasinya penanganan penanganannya pengendalian kendala hambatan area perubahan inisiatif sasaran tujuan keterangan ket
  catatan bukti dukung eviden dan atau yang di unit kerja tim rp rupiah triwulan tw ke minggu tahun`.split(/\s+/),
)

/** Two things in one heading that are one column here. */
const together: [Set<ColumnUse>, ColumnUse][] = [
  [new Set(['initiative', 'title']), 'title'],
  [new Set(['target', 'indicatorUnit']), 'target'],
  [new Set(['startsOn', 'endsOn']), 'period'],
  [new Set(['risk', 'mitigation']), 'risk'],
]

const wordsOf = (label: string): string[] => plainWords(label.replace(/\([^)]*\)/g, ' ').replace(/&/g, ' dan '))

/** Whether a text says nothing but what heads columns. */
export const isLabel = (label: string): boolean => {
  const words = plainWords(label)
  const known = (word: string) => vocabulary.has(word) || monthIn(word) !== undefined || smallNumber(word) !== undefined
  return words.length > 0 && words.every(known)
}

/**
 * What a column of this heading holds; undefined when nobody can say, as where one cell holds two things that are two
 * cells here ("Output/Indikator").
 */
export function useOf(label: string): ColumnUse | undefined {
  const parts = label.split(/\s*(?:\/|&|\bdan\b|\+)\s*/i).map(useOfPart)
  const uses = new Set(parts.filter((use) => use !== undefined))
  if (uses.size <= 1) return [...uses][0] ?? useOfPart(label)
  return together.find(([these]) => these.size === uses.size && [...uses].every((use) => these.has(use)))?.[1]
}

function useOfPart(label: string): ColumnUse | undefined {
  const text = wordsOf(label).join(' ')
  return meanings.find(([, pattern]) => pattern.test(text))?.[0]
}

/** The month or quarter that a column is of, by its own heading. */
export function markUseOf(label: string): ColumnUse | undefined {
  const month = monthIn(label.replace(/^bulan\s+/i, '').replace(/\s+\d{4}$/, ''))
  if (month !== undefined) return `month-${month}`
  const quarter = /^(?:tri ?wulan|twl?|q)[ .]*(?:ke-? ?)?(i{1,3}|iv|[1-4])$/i.exec(label.trim())
  const number = smallNumber(quarter?.[1] ?? '')
  return number === undefined ? undefined : `quarter-${number}`
}

/** Whether a heading is about time, so that numbers below it are months. */
export const isAboutTime = (label: string): boolean => ['period', 'startsOn', 'endsOn'].includes(useOf(label) ?? '')
