import type { AgentCount, Programme, Reporting, StageKind } from '../programme.ts'

/** What each stage of a programme is called. */
export const stageWords: Record<StageKind, string> = {
  preparing: 'Penyusunan rencana aksi',
  approval: 'Persetujuan atasan',
  verification: 'Verifikasi sekretariat',
  presentation: 'Paparan',
  running: 'Pelaksanaan',
  finishing: 'Penyelesaian',
  assessment: 'Penilaian',
  entry: 'Usulan KIPP',
}

/** How a programme counts its agents for the LKE. */
export const agentCountWords: Record<AgentCount, string> = {
  'last-day': 'Agen yang penetapannya berlaku pada hari terakhir tahun penilaian',
  'any-time': 'Semua agen yang pernah ditetapkan dalam tahun penilaian',
}

/** How often a programme's agents report. */
export const reportingWords: Record<Reporting, string> = {
  monthly: 'Setiap bulan',
  quarterly: 'Setiap triwulan',
  'half-yearly': 'Setiap semester',
  none: 'Tanpa periode: agen melapor kapan saja',
}

/** "Setiap bulan, paling lambat 5 hari setelah periodenya berakhir" */
export const rhythmInWords = ({ reporting, reportDays }: Pick<Programme, 'reporting' | 'reportDays'>): string => {
  if (reporting === 'none') return reportingWords.none
  const due = reportDays === 0 ? 'pada hari terakhir periodenya' : `${reportDays} hari setelah periodenya berakhir`
  return `${reportingWords[reporting]}, paling lambat ${due}`
}
