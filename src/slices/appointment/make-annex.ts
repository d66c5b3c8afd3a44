import type { Cell, Sheet } from '#documents/workbook.ts'

/** A visible sheet of these rows, but for what the test says. */
export const makeSheet = (cells: Cell[][], but: Partial<Sheet> = {}): Sheet => ({
  name: 'Lampiran',
  isHidden: false,
  cells,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  shaded: [],
  ...but,
})

/** The header that most tests use, in the order of `makeAgentRow`. */
export const header = ['No', 'Nama', 'NIP', 'Jabatan', 'Gol.', 'Unit Kerja', 'Surel']

/** An NIP of nobody: born in 1985, appointed in 2009, its sequence in the nine hundreds. */
export const makeNip = (number: number): string => `19850412200912${(number % 2) + 1}${900 + number}`

const names = ['Ani Lestari, S.S.', 'Budi Hartanta', 'Dr. Citra Ayuningrum, M.Hum.', 'H. Danu Wibisana, S.Kom.']

/** A row of an agent in the order of `header`, but for what the test says of its columns (by their number). */
export function makeAgentRow(number: number, but: Record<number, Cell> = {}): Cell[] {
  const name = names[(number - 1) % names.length] ?? ''
  const row: Cell[] = [number, name, makeNip(number), 'Pustakawan Ahli Muda', 'III/d', 'Biro Umum', null]
  return row.map((cell, column) => (column in but ? (but[column] ?? null) : cell))
}

/** The decree's annex as offices make it: title, header of two rows, column numbers, blank rows, a signature. */
export function makeMessyAnnex(agents: Cell[][]): Sheet {
  const cells: Cell[][] = [
    ['LAMPIRAN KEPUTUSAN KEPALA PUSTAKA NUSANTARA'],
    ['NOMOR 12 TAHUN 2026 TENTANG AGEN PERUBAHAN TINGKAT PUSAT'],
    [],
    ['No.', 'Pegawai', null, 'Jabatan', 'Pangkat/', 'Unit Kerja', 'E-mail'],
    [null, 'Nama', 'NIP', null, 'Gol. Ruang', null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    ...agents.flatMap((row, index) => (index % 5 === 4 ? [row, []] : [row])),
    [],
    [null, null, null, null, 'Ditetapkan di Jakarta'],
    [null, null, null, null, 'pada tanggal 5 Januari 2026'],
    [null, null, null, null, 'KEPALA PUSTAKA NUSANTARA,'],
    [],
    [null, null, null, null, 'Prof. Dr. WIRYAWAN SAPUTRO'],
    [null, null, null, null, 'NIP 19650101 199003 1 901'],
  ]
  const merges = [
    { startRow: 0, startColumn: 0, endRow: 0, endColumn: 6 },
    { startRow: 3, startColumn: 1, endRow: 3, endColumn: 2 },
    ...[0, 3, 5, 6].map((column) => ({ startRow: 3, startColumn: column, endRow: 4, endColumn: column })),
  ]
  return makeSheet(cells, { merges })
}
