import type { NationalFigures } from './national.ts'

/** The head of each figure's column. */
export const figureWords: Record<keyof NationalFigures, string> = {
  agents: 'Agen',
  projects: 'Proyek',
  preparing: 'Penyusunan',
  approval: 'Persetujuan atasan',
  verification: 'Verifikasi',
  presentation: 'Paparan',
  running: 'Pelaksanaan',
  finishing: 'Menunggu pemastian selesai',
  closed: 'Selesai',
  stopped: 'Dihentikan',
  late: 'Terlambat',
  integrated: 'Terintegrasi',
}
