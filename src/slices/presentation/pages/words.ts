import { weekdayInWords, type Zone } from '#kit/date.ts'
import type { Standing } from '#web/state.tsx'
import type { Decision } from '../presentation.ts'
import { type SittingFacts, type SlotTime, timeOf } from '../sitting.ts'

export const decisionWords: Record<Decision, string> = {
  accepted: 'Diterima',
  accepted_with_changes: 'Diterima dengan perubahan',
  again: 'Diulang',
}

export const decisionStates: Record<Decision, Standing> = {
  accepted: 'good',
  accepted_with_changes: 'soon',
  again: 'late',
}

/** "09.00", as hours are written here. */
export const hour = (clock: string) => clock.replace(':', '.')

/** "09.00–09.20" */
export const hoursInWords = ({ from, until }: SlotTime): string => `${hour(from)}–${hour(until)}`

type When = Pick<SittingFacts, 'heldOn' | 'beginsAt' | 'endsAt'>

const zoneWords: Record<Zone, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** "Selasa, 24 November 2026, pukul 09.00–12.00 WIB" */
export const whenInWords = ({ heldOn, beginsAt, endsAt }: When, zone: Zone): string =>
  `${weekdayInWords(heldOn)}, pukul ${hoursInWords({ from: beginsAt, until: endsAt })} ${zoneWords[zone]}`

type Held = Pick<SittingFacts, 'heldOn' | 'beginsAt'> & { minutes: number }

/** "Selasa, 24 November 2026, pukul 09.20–09.40 WIB" */
export function slotWhenInWords({ heldOn, ...slot }: Held, zone: Zone): string {
  const { from: beginsAt, until: endsAt } = timeOf(slot)
  return whenInWords({ heldOn, beginsAt, endsAt }, zone)
}

/** What happened to a sitting or a presentation, said of whoever did it. */
export const presentationEvents: Record<string, string> = {
  'sitting.scheduled': 'menjadwalkan sidang paparan',
  'sitting.changed': 'mengubah sidang paparan',
  'sitting.cancelled': 'membatalkan sidang paparan',
  'sitting.recorded': 'mencatat kehadiran sidang paparan',
  'sitting.judge-invited': 'mengundang penilai ke sidang paparan',
  'sitting.judge-excused': 'membatalkan undangan penilai sidang paparan',
  'sitting.judges-seated': 'menetapkan penilai sidang paparan',
  'absence.noted': 'mencatat waktu berhalangan',
  'absence.dropped': 'menghapus waktu berhalangan',
  'presentation.scheduled': 'menjadwalkan paparan',
  'presentation.moved': 'mengubah jadwal paparan',
  'presentation.cancelled': 'mengeluarkan paparan dari sidang',
  'presentation.begun': 'memulai paparan',
  'presentation.ended': 'mengakhiri paparan',
  'presentation.unbegun': 'membatalkan mulainya paparan',
  'presentation.slides-attached': 'melampirkan salindia paparan',
  'presentation.slides-removed': 'menghapus salindia paparan',
  'presentation.feedback-noted': 'mencatat masukan paparan',
  'presentation.feedback-dropped': 'menghapus masukan paparan',
  'presentation.decided': 'mencatat keputusan paparan',
}
