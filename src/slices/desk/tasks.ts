import type { SeatRow } from '#appointment'
import type { WaitingSheet } from '#assessment'
import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import { type Day, dueOn } from '#kit/date.ts'
import { capital, countInWords } from '#kit/text.ts'
import { type Lacking, missingInWords, type SittingRow } from '#presentation'
import { dueOf, type Stage } from '#programme'
import { boundBy, type ProjectRow, titleOf } from '#project'

/** Something that waits for a person: what, where it is done, until when. */
export type Waiting = { title: string; path: string; note: string; due: Day | null }

const verbs = {
  preparing: 'Susun dan ajukan rencana',
  approval: 'Periksa rencana',
  verification: 'Verifikasi rencana',
  presentation: 'Adakan paparan',
  running: 'Laksanakan',
  finishing: 'Pastikan selesai',
} as const

/** Whether it is this person's turn: nobody is asked about what others in the agency have to do. */
function isTurnOf(actor: Actor, row: ProjectRow): boolean {
  if (row.turn === 'agent') return row.stage === 'preparing' && stands(actor, 'agent', row.seatId)
  if (row.turn === 'head') return stands(actor, 'head', row.unitId)
  return row.turn === 'secretariat' && runsProgramme(actor)
}

/** What waits for the actor among these projects and seats without one, the most urgent first. */
export function waitingFor(actor: Actor, rows: ProjectRow[], vacant: SeatRow[], stages: Stage[]): Waiting[] {
  const projects = rows
    .filter((row) => isTurnOf(actor, row))
    .map((row) => ({
      title: `${row.changesDone ? 'Tetapkan rencana' : verbs[row.stage as keyof typeof verbs]}: ${titleOf(row)}`,
      path: row.stage === 'presentation' ? `/proyek/${row.code}/paparan` : `/proyek/${row.code}`,
      note: `${row.agentName ?? 'Kedudukan kosong'}, ${row.unitName}`,
      due: dueOf(stages, boundBy(row, row.stage)),
    }))
  const seats = vacant
    .filter((seat) => stands(actor, 'agent', seat.id))
    .map((seat) => ({
      title: 'Mulai proyek perubahan Anda',
      path: '/proyek',
      note: `Kedudukan ${seat.number}, ${seat.unitName}`,
      due: dueOf(stages, 'preparing'),
    }))
  return byDue([...seats, ...projects])
}

/** The next sitting, for whoever holds it, or presents in it and comes at the hour of their own slot. */
export function waitingSitting(actor: Actor, sittings: SittingRow[]): Waiting[] {
  const ownIn = ({ slots }: SittingRow) =>
    slots.find(({ seatId, isDecided }) => !isDecided && stands(actor, 'agent', seatId))
  const open = sittings.filter(({ slotCount, decidedCount }) => decidedCount < slotCount)
  const sitting = open.find((one) => ownIn(one) || runsProgramme(actor))
  if (!sitting) return []
  const own = ownIn(sitting)
  const { id, place, heldOn } = sitting
  const { beginsAt } = own ?? sitting
  const title = own ? `Paparkan rencana Anda: ${sitting.title}` : `Adakan ${sitting.title}`
  const note = `pukul ${beginsAt.replace(':', '.')}, ${place || 'daring'}`
  return [{ title, path: `/paparan/${id}`, note, due: heldOn }]
}

/** The sittings that have to be arranged anew, since somebody who is expected there said to be away. */
export const absencesWaiting = (lacking: Lacking[]): Waiting[] =>
  lacking.map(({ sitting: { id, title, heldOn }, people }) => ({
    title: `Atur ulang ${title}`,
    path: `/paparan/${id}`,
    note: missingInWords(people),
    due: heldOn,
  }))

/** The most urgent first, those without a day last. */
export const byDue = (waiting: Waiting[]): Waiting[] =>
  waiting.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))

/** The scoresheets that wait for a judge. */
export const sheetsToFill = (sheets: WaitingSheet[]): Waiting[] =>
  sheets.map(({ assessmentId, code, title, unitName, dueOn }) => ({
    title: `Nilai: ${titleOf({ title })}`,
    path: `/penilaian/${assessmentId}/lembar/${code}`,
    note: unitName,
    due: dueOn,
  }))

/** "Tujuh hal menunggu Anda. Dua sudah lewat batas waktu." */
export function headingOf(waiting: Waiting[], today: Day): string {
  if (waiting.length === 0) return 'Tidak ada yang menunggu Anda'
  const late = waiting.filter(({ due }) => due !== null && dueOn(due, today).state === 'late').length
  const all = `${capital(countInWords(waiting.length))} hal menunggu Anda`
  if (late === 0) return all
  return late === waiting.length && late === 1
    ? `${all}, sudah lewat batas waktu`
    : `${all}. ${capital(countInWords(late))} sudah lewat batas waktu.`
}
