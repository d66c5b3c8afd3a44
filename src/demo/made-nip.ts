import type { Day } from '#kit/date.ts'

/**
 * NIPs of people who do not exist: their sequence is 9xx, which no agency reaches (numbering begins at 001 for each
 * day of birth, month of appointment and sex).
 */
type Made = { born: Day; sex: 'm' | 'f'; sequence: number }

/** NIP of a PNS, appointed in a month (`YYYY-MM`). */
export const pns = ({ born, sex, sequence }: Made, appointed: string): string =>
  `${digits(born)}${digits(appointed)}${tail(sex, sequence)}`

/** NI PPPK: a year of appointment, and 21 (first contract) where a PNS has the month. */
export const pppk = ({ born, sex, sequence }: Made, year: number): string =>
  `${digits(born)}${year}21${tail(sex, sequence)}`

const digits = (day: string) => day.replaceAll('-', '')
const tail = (sex: 'm' | 'f', sequence: number) => `${sex === 'm' ? 1 : 2}${900 + sequence}`
