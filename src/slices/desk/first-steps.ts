import type { SeatPlace } from '#appointment'
import { countInWords } from '#kit/text.ts'
import type { Waiting } from './tasks.ts'

/** How far an office has come with what every project needs before it can begin. */
export type Beginning = {
  /** Who acts as head of each unit of the agency, by unit. */
  heads: ReadonlyMap<string, readonly unknown[]>
  hasProgramme: boolean
  /** The seats of the programme in force; null where none is in force. */
  seats: readonly SeatPlace[] | null
}

/** What an office that begins has not done yet, in the order in which one step needs the one before it. */
export function firstSteps({ heads, hasProgramme, seats }: Beginning): Waiting[] {
  const steps: Waiting[] = []
  const add = (title: string, path: string, note: string) => steps.push({ title, path, note, due: null })
  if (heads.size === 0) add('Susun unit kerja', '/unit/tambah', 'Agen, atasan, dan proyek berada di unit kerja.')
  if (!hasProgramme) add('Buat program', '/program/buat', 'Masa, area perubahan, dan batas waktu setiap tahap.')
  else if (seats?.length === 0)
    add('Catat keputusan penetapan agen', '/keputusan', 'Lampirannya diimpor, atau agen ditambahkan satu per satu.')
  const isHeadless = ({ unitId }: SeatPlace) => (heads.get(unitId) ?? []).length === 0
  const headless = new Set(seats?.filter(isHeadless).map(({ unitId }) => unitId)).size
  if (headless > 0)
    add(
      `Tunjuk atasan ${countInWords(headless)} unit kerja`,
      '/unit',
      'Rencana agen disetujui oleh atasan unitnya, atau oleh atasan unit di atasnya.',
    )
  const uninvited = new Set(seats?.filter((seat) => seat.isUninvited).map(({ agentId }) => agentId)).size
  if (uninvited > 0)
    add(
      `Undang ${countInWords(uninvited)} agen`,
      '/orang/undangan',
      'Undangan dikirim lewat surel, dibagikan sebagai tautan, atau dicetak.',
    )
  return steps
}
