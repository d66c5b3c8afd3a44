import { addDays, type Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Appointment } from './seat.ts'

/** How an appointment ends before its time: its last day, why, and by which decree where there is one. */
export type EarlyEnd = { untilOn: Day; reason: string; decreeId: string | null }

/** The appointment, ended early. Its last day lies within its term: what has not begun is not ended but corrected. */
export function endEarly(appointment: Appointment, { untilOn, reason, decreeId }: EarlyEnd): Appointment {
  if (untilOn < appointment.fromOn) throw conflict('Tanggal berakhir tidak boleh sebelum penetapan mulai berlaku.')
  if (untilOn >= appointment.untilOn) throw conflict('Penetapan ini sudah berakhir pada tanggal itu atau sebelumnya.')
  return { ...appointment, untilOn, endReason: reason, endedById: decreeId }
}

/** Ends an appointment by the decree whose agent takes over the seat on that day. */
export const makeWay = (appointment: Appointment, fromOn: Day, decreeId: string, reason: string): Appointment =>
  endEarly(appointment, { untilOn: addDays(fromOn, -1), reason, decreeId })
