import type { Day } from '#kit/date.ts'
import { withComma } from '#kit/decimal.ts'
import { optionalDay, optionalDecimal } from '#kit/schema.ts'
import { areaNamed, areasInWords, type ColumnKey, isOwn, type MatrixLayout, noSuchArea } from '../columns.ts'
import { readAmount, unitOf } from '../import/amount.ts'
import { readPeriod } from '../import/period.ts'
import type { Activity } from '../matrix.ts'

/** What reading a cell needs to know around it. */
export type Around = {
  programme: { fromOn: Day; untilOn: Day }
  areaNames: MatrixLayout['areaNames']
  /** The unit of the row's indicator. */
  unit: string
}

/** What stands in a cell as people read and write it there: "90,5", "31/12/2026", areas by name. Empty text for none. */
export function textOf(activity: Activity, key: ColumnKey, areaNames: MatrixLayout['areaNames']): string {
  if (isOwn(key)) return activity.more[key] ?? ''
  if (key === 'areaCodes') return areasInWords(activity, areaNames)
  if (key === 'startsOn' || key === 'endsOn') return (activity[key] ?? '').split('-').toReversed().join('/')
  if (key === 'baseline' || key === 'target') return withComma(activity[key] ?? '')
  return activity[key]
}

/** What was written into a cell, as the form of an activity takes it; or why it can't be taken. */
export type ReadCell = { typed: string | string[] } | { reason: string }

/** Reads what was written or pasted into a cell. Lengths and what cells say together are the form's to judge. */
export function readCell(key: ColumnKey, text: string, around: Around): ReadCell {
  if (key === 'areaCodes') return readAreas(text, around)
  if (key === 'startsOn' || key === 'endsOn') return readDay(key, text, around)
  if (key === 'baseline' || key === 'target') return readNumber(text, around)
  return { typed: text.replaceAll('\r\n', '\n') }
}

/** A day, or a time as offices tell it ("TW II"), of which a beginning and an end are its first and last day. */
function readDay(key: 'startsOn' | 'endsOn', text: string, { programme }: Around): ReadCell {
  const plain = optionalDay.safeParse(text)
  if (plain.success) return { typed: plain.data ?? '' }
  const period = readPeriod(text, programme)
  return period ? { typed: period[key] } : { reason: noDay }
}

const noDay = 'Isi tanggal, misalnya 31/12/2026 atau 31 Des 2026.'

function readNumber(text: string, { unit }: Around): ReadCell {
  if (optionalDecimal.safeParse(text).success) return { typed: text }
  const amount = readAmount(text)
  if (amount && (amount.unit === '' || amount.unit.toLowerCase() === unitOf(unit).toLowerCase()))
    return { typed: amount.value }
  return { reason: 'Isi angka saja, misalnya 1.250 atau 4,6. Satuannya ada di kolom lain.' }
}

function readAreas(text: string, { areaNames }: Around): ReadCell {
  const parts = text.split(/[;\n]/).flatMap((part) => part.trim() || [])
  const codes = parts.map((part) => areaNamed(part, areaNames))
  const known = codes.filter((code) => code !== undefined)
  if (known.length < codes.length) return { reason: noSuchArea }
  return { typed: [...new Set(known)] }
}
