import type { PreservationEvent, PreservationKind, PreservationOutcome } from './preservation-event.ts'

/** What each kind is called on pages; its name in the vocabulary goes out for machines alone. */
export const preservationWords: Record<PreservationKind, string> = {
  ingestion: 'Diterima ke dalam arsip',
  'message digest calculation': 'Sidik SHA-256 dihitung',
  'format identification': 'Jenis berkas dikenali',
  'virus check': 'Virus diperiksa',
  'metadata extraction': 'Sifat berkas diukur',
  creation: 'Turunan dibuat',
  transcoding: 'Film disandi ulang',
  normalization: 'Bentuk diseragamkan',
  'metadata modification': 'Keterangan diubah',
  accession: 'Dikembalikan ke dalam arsip',
  deaccession: 'Dikeluarkan dari arsip',
  'policy assignment': 'Aturan akses atau simpan ditetapkan',
  replication: 'Salinan dibuat',
  migration: 'Dipindahkan ke bentuk lain',
  'fixity check': 'Keutuhan diperiksa',
  validation: 'Keabsahan diperiksa',
  dissemination: 'Diserahkan keluar',
  redaction: 'Sebagian ditutup',
  deletion: 'Dimusnahkan',
}

export const outcomeWords: Record<PreservationOutcome, string> = {
  success: 'berhasil',
  failure: 'gagal',
  warning: 'dengan catatan',
}

/** What a detail's code says; one that has no words is said by its kind alone. */
const details: Record<string, string> = {
  missing: 'isi berkas hilang',
  changed: 'isi berkas berubah',
  first: 'pemeriksaan pertama',
  mended: 'dipulihkan dari salinan yang utuh',
  'after-repair': 'utuh kembali',
  poster: 'gambar sampul',
  pictures: 'gambar sampul dan gambar kecil',
  picture: 'satu gambar dari kumpulannya, yang tetap disimpan',
  unchecked: 'tidak diperiksa, terlalu besar bagi pemeriksa',
  'to-storage': 'di tempat simpan lain',
  imported: 'dari kantong arsip (BagIt)',
}

/** Figures whose names readers need. */
const figureNames: Record<string, string> = {
  bytes: 'bita',
  sha256: 'SHA-256',
  mediaType: 'jenis',
  seconds: 'detik',
  access: 'akses',
  storage: 'tempat simpan',
  program: 'program',
}

/** "Keutuhan diperiksa: isi berkas hilang (gagal)." */
export function preservationSentence({
  kind,
  detail,
  outcome,
}: Pick<PreservationEvent, 'kind' | 'detail' | 'outcome'>): string {
  const more = details[detail]
  const end = outcome === 'success' ? '' : ` (${outcomeWords[outcome]})`
  return `${preservationWords[kind]}${more ? `: ${more}` : ''}${end}.`
}

/** "bita 12.345; SHA-256 ab…", or the empty string. */
export const figuresInWords = ({ figures }: PreservationEvent): string =>
  Object.entries(figures)
    .filter(([name, value]) => value !== null && figureNames[name] !== undefined)
    .map(([name, value]) => `${figureNames[name]} ${name === 'storage' ? storageInWords(String(value)) : value}`)
    .join('; ')

const storageWords: Record<string, string> = {
  local: 'Folder di server',
  s3: 'Penyimpanan S3',
  mirror: 'Salinan kedua',
}

/** Where contents lie; a storage that has no name of its own is called what it is called in the configuration. */
export const storageInWords = (storage: string): string => storageWords[storage] ?? storage

export const flawWords: Record<string, string> = { missing: 'hilang', changed: 'berubah' }

/** What a file belongs to, by its kind. */
export const thingWords: Record<string, string> = {
  decree: 'Keputusan',
  entry: 'Usulan kompetisi',
  evidence: 'Eviden',
  follow_up: 'Tindak lanjut',
  presentation: 'Paparan',
  project: 'Proyek',
  recording: 'Dokumentasi',
  topic: 'Forum',
}
