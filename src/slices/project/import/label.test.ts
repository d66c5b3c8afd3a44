import { describe, expect, test } from 'vitest'
import { useOf } from './label.ts'
import type { ColumnUse } from './reading.ts'

describe('the heading of a column', () => {
  test.each<[string, ColumnUse | undefined]>([
    ['No.', 'number'],
    ['Program', 'initiative'],
    ['PROGRAM/KEGIATAN', 'title'],
    ['Kegiatan', 'title'],
    ['Uraian Kegiatan', 'title'],
    ['Rencana Aksi', 'title'],
    ['Output/Keluaran', 'output'],
    ['Indikator Keberhasilan', 'indicator'],
    ['Indikator Kinerja Kegiatan (IKK)', 'indicator'],
    ['Satuan', 'indicatorUnit'],
    ['Kondisi Awal', 'baseline'],
    ['Baseline (2025)', 'baseline'],
    ['Target Tahun 2026', 'target'],
    ['Waktu Pelaksanaan', 'period'],
    ['Target Waktu', 'period'],
    ['Tanggal Mulai', 'startsOn'],
    ['Selesai', 'endsOn'],
    ['Mulai dan selesai', 'period'],
    ['Penanggung Jawab/PIC', 'inCharge'],
    ['Penanggungjawab Kegiatan', 'inCharge'],
    ['Sumber Daya/Anggaran', 'resources'],
    ['Risiko', 'risk'],
    ['Risiko dan Mitigasi', 'risk'],
    ['Mitigasi Risiko', 'mitigation'],
    ['Pihak Terlibat/Terkait', 'parties'],
    ['Area Perubahan', 'areaCodes'],
    ['Kode baris', 'line'],
    ['Output/Indikator', undefined],
    ['PIC dan Target', undefined],
    ['Keterangan', undefined],
    ['', undefined],
  ])('%j', (label, use) => {
    expect(useOf(label)).toBe(use)
  })
})
