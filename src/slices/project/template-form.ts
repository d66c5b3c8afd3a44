import * as z from 'zod'
import { snakeCase } from '#kit/form.ts'
import { optionalText } from '#kit/schema.ts'
import { type ColumnKey, columnKeys, isOwn, type MatrixColumn, ownKeys, type SavedColumn } from './columns.ts'

/** The names of a column's three fields. */
export const labelField = (key: ColumnKey): string => `label_${snakeCase(key)}`
export const shownField = (key: ColumnKey): string => `shown_${snakeCase(key)}`
export const placeField = (key: ColumnKey): string => `place_${snakeCase(key)}`

const placeError = 'Isi nomor urut dari 1 sampai 99.'
const place = z.coerce.number(placeError).int(placeError).min(1, placeError).max(99, placeError)

const fields = Object.fromEntries(
  columnKeys.flatMap((key): [string, z.ZodType][] => [
    [labelField(key), optionalText(60)],
    [shownField(key), z.literal(['', 'yes']).default('')],
    [placeField(key), place],
  ]),
)

/** Formulir templat matriks: each column's name, place and whether it is shown. An own column without a name is none. */
export const templateForm = z
  .object({ revision: z.coerce.number().int().min(0), ...fields })
  .transform((read, context): { columns: SavedColumn[]; revision: number } => {
    const said: Record<string, unknown> = read
    const columns = columnKeys
      .map((key) => ({
        key,
        label: String(said[labelField(key)]),
        isShown: said[shownField(key)] === 'yes' || key === 'title',
        place: Number(said[placeField(key)]),
      }))
      .filter(({ key, label }) => !isOwn(key) || label !== '')
      .toSorted((a, b) => a.place - b.place)
    for (const { key, label } of columns) {
      const isTwice = label !== '' && columns.some((other) => other.key !== key && isSame(other.label, label))
      if (isTwice) context.addIssue({ code: 'custom', path: [labelField(key)], message: 'Nama ini dipakai dua kali.' })
    }
    return { columns: columns.map(({ place: _, ...column }) => column), revision: read.revision }
  })

const isSame = (a: string, b: string) => a.toLocaleLowerCase('id') === b.toLocaleLowerCase('id')

/** The template as its form shows it, with the own columns that are still free behind. */
export function typedTemplate(columns: readonly MatrixColumn[], revision: number): Record<string, string> {
  const free = ownKeys.filter((key) => !columns.some((column) => column.key === key))
  const rows = [...columns, ...free.map((key) => ({ key, label: '', isShown: true }))]
  const typed = rows.flatMap(({ key, label, isShown }, at): [string, string][] => [
    [labelField(key), label],
    [shownField(key), isShown ? 'yes' : ''],
    [placeField(key), String(at + 1)],
  ])
  return { revision: String(revision), ...Object.fromEntries(typed) }
}
