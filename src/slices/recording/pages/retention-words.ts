import type { RetentionBasis, RetentionFate, RetentionVerdict } from '../retention.ts'

export const fateWords: Record<RetentionFate, string> = {
  destroy: 'Musnah',
  permanent: 'Permanen',
  reassess: 'Dinilai kembali',
}

export const basisWords: Record<RetentionBasis, string> = {
  'programme-end': 'Hari terakhir program',
  recorded: 'Tanggal direkam',
}

export const verdictWords: Record<RetentionVerdict, string> = {
  extend: 'Perpanjang',
  permanent: 'Simpan permanen',
  transfer: 'Serahkan ke lembaga kearsipan',
  destroy: 'Usulkan musnah',
}

/** What happened to the agency's retention, said of whoever did it. */
export const retentionEvents: Record<string, string> = {
  'retention.rule-saved': 'menyimpan aturan retensi',
  'retention.rule-retired': 'mencabut aturan retensi',
  'retention.rule-chosen': 'memilih aturan retensi dokumentasi',
  'retention.decided': 'memutuskan retensi dokumentasi',
  'retention.destroyed': 'menyetujui pemusnahan dokumentasi',
  'retention.refused': 'menolak usul pemusnahan dokumentasi',
}
