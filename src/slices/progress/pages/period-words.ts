import { dayInWords } from '#kit/date.ts'
import type { Standing } from '#web/state.tsx'
import type { ReportingPeriod, ReportingState } from '../period.ts'

/** "November 2026", "Triwulan IV 2026", "Semester II 2026" */
export function periodInWords({ code }: Pick<ReportingPeriod, 'code'>): string {
  const [year = '', part = ''] = code.split('-')
  if (part.startsWith('tw')) return `Triwulan ${romans[Number(part.slice(2)) - 1]} ${year}`
  if (part.startsWith('s')) return `Semester ${romans[Number(part.slice(1)) - 1]} ${year}`
  return dayInWords(`${code}-01`).slice(2)
}

const romans = ['I', 'II', 'III', 'IV']

/** How a project stands in a period, in shape and word. */
export const reportingWords: Record<ReportingState, { is: Standing; word: string }> = {
  reported: { is: 'done', word: 'Sudah melapor' },
  open: { is: 'open', word: 'Belum melapor' },
  late: { is: 'late', word: 'Terlambat melapor' },
  'made-up': { is: 'soon', word: 'Melapor setelah batas' },
  unasked: { is: 'stopped', word: 'Tidak diminta' },
}
