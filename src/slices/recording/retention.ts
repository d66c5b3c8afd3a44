import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { RecordingKind } from './recording.ts'

/** Nasib akhir: what becomes of a record when its years are over. */
export const fates = ['destroy', 'permanent', 'reassess'] as const
export type RetentionFate = (typeof fates)[number]

/** From which day the years run: the last day of the project's programme, or the day of recording. */
export const bases = ['programme-end', 'recorded'] as const
export type RetentionBasis = (typeof bases)[number]

/**
 * Aturan retensi: a line of the agency's own schedule (Jadwal Retensi Arsip, UU 43/2009 pasal 48): how many years a
 * record is active, then inactive, and what becomes of it then.
 */
export type RetentionRule = {
  agencyId: string
  id: string
  code: string
  name: string
  activeYears: number
  inactiveYears: number
  fate: RetentionFate
  basis: RetentionBasis
  /** The kinds of recordings that fall under it unless they were put under another. */
  kinds: RecordingKind[]
  retiredAt: Date | null
  revision: number
}

/** The same day so many years later; 29 February has its anniversary on 28 February, as an innovation's age has. */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const isLeap = new Date(`${year}-02-29T12:00:00Z`).getUTCMonth() === 1
  return `${year}${day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4)}`
}

/** When a recording's years are over: as a decision extended it, or as its rule says. */
export function retentionDue(
  rule: Pick<RetentionRule, 'activeYears' | 'inactiveYears' | 'basis'>,
  said: { programmeUntil: Day; recordedOn: Day | null; keptOn: Day; keptUntil: Day | null },
): Day {
  if (said.keptUntil !== null) return said.keptUntil
  const from = rule.basis === 'programme-end' ? said.programmeUntil : (said.recordedOn ?? said.keptOn)
  return addYears(from, rule.activeYears + rule.inactiveYears)
}

/** What is decided when the years of a recording are over. */
export const verdicts = ['extend', 'permanent', 'transfer', 'destroy'] as const
export type RetentionVerdict = (typeof verdicts)[number]

/** How a recording stands to its retention. */
export type Retained = {
  dueOn: Day | null
  settledAt: Date | null
  destroyedAt: Date | null
  /** Whether somebody proposed to destroy it and nobody has answered. */
  isProposed: boolean
}

/** What is settled or destroyed is neither put under another line of the schedule nor decided again. */
export function refuseSettled({ settledAt, destroyedAt }: Pick<Retained, 'settledAt' | 'destroyedAt'>): void {
  if (destroyedAt) throw conflict('Dokumentasi ini sudah dimusnahkan.')
  if (settledAt) throw conflict('Nasib akhir dokumentasi ini sudah diputuskan.')
}

/**
 * Refuses a verdict that cannot be given now. Nothing is destroyed before its years are over, nor without its minutes
 * (berita acara, PP 28/2012 pasal 78).
 */
export function refuseVerdict(
  { dueOn, isProposed, ...settled }: Retained,
  { verdict, untilOn, hasPaper }: { verdict: RetentionVerdict; untilOn: Day | null; hasPaper: boolean },
  today: Day,
): void {
  refuseSettled(settled)
  if (isProposed) throw conflict('Usul musnah masih menunggu persetujuan orang kedua.')
  if (verdict === 'extend' && (untilOn === null || untilOn <= today))
    throw conflict('Isi sampai kapan diperpanjang, setelah hari ini.')
  if (verdict !== 'destroy') return
  if (dueOn === null || dueOn > today)
    throw conflict('Dokumentasi baru dapat diusulkan musnah setelah masa retensinya berakhir.')
  if (!hasPaper) throw conflict('Lampirkan berita acara untuk usul musnah.')
}
