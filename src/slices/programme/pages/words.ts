import type { AgentCount, StageKind } from '../programme.ts'

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
