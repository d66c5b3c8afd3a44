import type { Attending, Clash, TimedSlot } from '../clash.ts'
import { clockOf, minutesOf, type Sitting, type SlotTime } from '../sitting.ts'
import type { Span } from '../slot-plan.ts'
import { hour, hoursInWords } from './words.ts'

export const partWords: Record<Attending['as'], string> = {
  agent: 'agen',
  member: 'anggota tim',
  head: 'atasan',
  judge: 'penilai',
}

/** "Tuti Herawati (penilai) dan 2 orang lain berhalangan." */
export function missingInWords(people: readonly Attending[]): string {
  const [first, ...others] = people
  if (!first) return ''
  const more = others.length > 0 ? ` dan ${others.length} orang lain` : ''
  return `${first.name} (${partWords[first.as]})${more} berhalangan`
}

const hoursOf = ({ from, until }: Span) => `pukul ${hoursInWords({ from: clockOf(from), until: clockOf(until) })}`

/** Why a slot cannot begin then: it would begin before its sitting, or last beyond it. */
export const outsideInWords = (title: string, slot: SlotTime, sitting: Sitting): string =>
  `“${title}” pukul ${hoursInWords(slot)} di luar jam ${sitting.title}, ${hoursInWords({ from: sitting.beginsAt, until: sitting.endsAt })}. Pilih jam lain, atau ubah dahulu jam sidangnya.`

/** Why slots cannot last that long: by when their sitting would have to end. */
export const beyondInWords = ({ endsAt }: Pick<Sitting, 'endsAt'>, over: number): string => {
  const end = minutesOf(endsAt) + over
  if (end >= 24 * 60) return 'Susunannya tidak muat dalam hari itu. Kurangi paparannya atau lamanya.'
  const until = hour(clockOf(end))
  return `Paparannya baru selesai pukul ${until}. Isi jam selesai sidang ${until} atau sesudahnya, atau kurangi paparan atau lamanya.`
}

/** Why a slot cannot be where it was put: who or what, and when, of both sides. */
export function clashInWords(slot: TimedSlot, clash: Clash): string {
  const own = `“${slot.title}” ${hoursOf(slot)}`
  if (clash.kind === 'room')
    return `${own} bertabrakan dengan “${clash.with.title}” ${hoursOf(clash.with)} dalam sidang yang sama.`
  const who = `${clash.who.name} (${partWords[clash.who.as]}) tidak dapat hadir pada ${own}`
  return clash.kind === 'person'
    ? `${who}: pada jam itu ada di “${clash.with.title}” ${hoursOf(clash.with)}, ${clash.with.sittingTitle}.`
    : `${who}: berhalangan ${hoursOf(clash.span)}.`
}
