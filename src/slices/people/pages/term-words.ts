import { type Day, dayInWords, rangeInWords } from '#kit/date.ts'

/** "7 April 2021 – 31 Maret 2022", "sejak 7 April 2021", "sampai 31 Maret 2022"; until is the last day. */
export function termInWords(fromOn: Day | null, untilOn: Day | null): string {
  if (fromOn && untilOn) return rangeInWords(fromOn, untilOn)
  if (fromOn) return `sejak ${dayInWords(fromOn)}`
  return untilOn ? `sampai ${dayInWords(untilOn)}` : 'tanpa batas waktu'
}
