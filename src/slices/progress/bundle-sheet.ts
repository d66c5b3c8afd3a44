import type { OutSheet } from '#documents/sheet.ts'
import type { PackedPiece } from './bundle.ts'
import { stateWords } from './pages/words.ts'

/** What stands in the place of a file. */
export const placeOf = ({ path, piece, isMissing }: PackedPiece): string =>
  isMissing ? 'Berkas tidak ditemukan di penyimpanan' : (path ?? piece.link ?? '')

/** The index of a bundle as a sheet, a row for each piece of evidence. */
export const bundleSheet = (pieces: PackedPiece[]): OutSheet => ({
  name: 'Eviden',
  columns: [
    { header: 'Proyek', width: 40 },
    { header: 'Kegiatan', width: 50 },
    { header: 'Eviden', width: 40, format: 'text' },
    { header: 'Tanggal yang dibuktikan', width: 22, format: 'day' },
    { header: 'Keadaan', width: 22 },
    { header: 'Ditambahkan oleh', width: 28 },
    { header: 'Berkas dalam paket atau tautan', width: 60, format: 'text' },
    { header: 'Ukuran (bita)', width: 14 },
    { header: 'SHA-256', width: 66, format: 'text' },
  ],
  rows: pieces.map((packed) => {
    const { piece, project, activities } = packed
    return [
      project.title,
      activities.join('; '),
      piece.name,
      new Date(`${piece.provesOn}T00:00:00Z`),
      stateWords[piece.state].word,
      piece.authorName,
      placeOf(packed),
      piece.file?.size ?? null,
      piece.file?.sha256 ?? null,
    ]
  }),
})
