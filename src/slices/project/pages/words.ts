import { grouped } from '#kit/decimal.ts'
import type { Gate, PlanState } from '../action-plan.ts'
import type { IntegrationKind, IntegrationState } from '../integration.ts'
import type { InnovationKind, ProjectState } from '../project.ts'
import type { ProjectStage, Turn } from '../turn.ts'

/** What a state is called where it is shown. */
export const planStateWords: Record<PlanState, string> = {
  draft: 'Disusun',
  submitted: 'Diajukan',
  approved: 'Disetujui atasan',
  verified: 'Diverifikasi',
  agreed: 'Ditetapkan',
  superseded: 'Digantikan',
  returned: 'Dikembalikan',
}

export const projectStateWords: Record<ProjectState, string> = {
  preparing: 'Disiapkan',
  running: 'Berjalan',
  finished: 'Dinyatakan selesai',
  closed: 'Selesai',
  stopped: 'Dihentikan',
}

export const stageWords: Record<ProjectStage, string> = {
  preparing: 'Penyusunan',
  approval: 'Persetujuan atasan',
  verification: 'Verifikasi',
  presentation: 'Paparan',
  running: 'Pelaksanaan',
  finishing: 'Penyelesaian',
}

/** Where a project stands, in a word: its stage while somebody has to act, else how it ended. */
export const standingInWords = ({ state, stage }: { state: string; stage: string }): string =>
  state === 'stopped' || state === 'closed' ? projectStateWords[state] : stageWords[stage as ProjectStage]

/** What proves an integration. */
export const integrationKindWords: Record<IntegrationKind, string> = {
  regulation: 'Peraturan atau keputusan',
  procedure: 'Prosedur operasional standar (SOP)',
  circular: 'Surat edaran',
  memorandum: 'Nota dinas atau laporan pelembagaan',
}

export const integrationStateWords: Record<IntegrationState, string> = {
  none: 'Belum dicatat',
  waiting: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terintegrasi, diverifikasi',
}

export const gateWords: Record<Gate, string> = {
  approval: 'persetujuan atasan',
  verification: 'verifikasi sekretariat',
  presentation: 'paparan',
}

export const turnWords: Record<Turn['who'], string> = {
  agent: 'agen perubahan',
  head: 'atasan',
  secretariat: 'sekretariat',
  nobody: 'tidak ada',
}

/** Jenis pembaruan, with what each means (Permenpan RB 30/2014: an innovation need not be an invention). */
export const innovationKinds: { value: InnovationKind; label: string; hint: string }[] = [
  { value: 'new', label: 'Baru', hint: 'Belum pernah ada di instansi ini.' },
  { value: 'adapted', label: 'Disesuaikan', hint: 'Sudah ada di tempat lain, disesuaikan dengan keadaan di sini.' },
  { value: 'extended', label: 'Diperluas', hint: 'Sudah berjalan, diperluas sasaran atau cakupannya.' },
  { value: 'raised', label: 'Ditingkatkan', hint: 'Sudah berjalan, ditingkatkan mutunya.' },
]

export const missing = 'belum diisi'

/** A value with its unit, kept on one line: 4,6 hari, 1.900 naskah, and 90% without a space. */
export function amount(value: string | null, unit: string): string {
  if (value === null) return missing
  const between = unit === '%' || unit === '' ? '' : '\u00a0'
  return `${grouped(value)}${between}${unit}`
}

/** What happened to a project or its plan, said of whoever did it. */
export const projectEvents: Record<string, string> = {
  'project.begun': 'memulai proyek',
  'project.replicated': 'memulai proyek dengan meniru proyek lain',
  'project.copied': 'mulai meniru proyek ini',
  'project.copy-shown': 'menerbitkan proyek yang meniru proyek ini',
  'project.described': 'mengubah uraian proyek',
  'project.team-changed': 'mengubah tim proyek',
  'project.finished': 'menyatakan proyek selesai',
  'project.sent-back': 'mengembalikan pernyataan selesai',
  'project.confirmed': 'memastikan proyek selesai',
  'project.stopped': 'menghentikan proyek',
  'project.integration-stated': 'mencatat integrasi ke sistem manajemen',
  'project.integration-verified': 'memverifikasi integrasi ke sistem manajemen',
  'project.integration-returned': 'mengembalikan integrasi ke sistem manajemen',
  'action-plan.edited': 'mengubah matriks',
  'action-plan.imported': 'mengimpor matriks dari berkas',
  'action-plan.submitted': 'mengajukan rencana',
  'action-plan.withdrawn': 'menarik pengajuan rencana',
  'action-plan.approved': 'menyetujui rencana',
  'action-plan.verified': 'memverifikasi rencana',
  'action-plan.agreed': 'menetapkan rencana',
  'action-plan.returned': 'mengembalikan rencana',
  'action-plan.opened': 'membuka versi baru rencana',
}
