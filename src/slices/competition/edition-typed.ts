import { snakeCase, type Typed } from '#kit/form.ts'
import { freeSlug, slugOf } from '#kit/text.ts'
import {
  at,
  type Draft,
  idOf,
  nameOf,
  type Part,
  type Rows,
  rowsAt,
  type Said,
  saidIn,
  withAt,
} from './edition-part.ts'
import { taken } from './edition-shape.ts'

/** A field's name in the page, in its row where it stands in one. */
export const nameIn = ({ path }: Said, row?: number): string =>
  `${snakeCase(path).replaceAll('.', '_')}${row === undefined ? '' : `_${row}`}`

/** What a value reads like in its field. */
function shown(kind: Said['kind'], value: unknown): string | string[] {
  if (kind === 'several') return Array.isArray(value) ? value.map(String) : []
  if (kind === 'lines') return Array.isArray(value) ? value.join('\n').replaceAll('\r\n', '\n') : ''
  if (kind === 'yes') return value === true ? 'yes' : ''
  if (value === null || value === undefined) return ''
  const text = String(value).replaceAll('\r\n', '\n')
  if (kind === 'decimal') return /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
  if (kind === 'kilobytes') return typeof value === 'number' ? String(value / 1000).replace('.', ',') : text
  return text
}

const emptied = { text: '', null: null, absent: undefined }

/** What was typed, as the file of the edition holds it; what cannot be read stays as it was typed, and is a fault. */
function meant(
  { kind, empty = kind === 'whole' ? 'null' : 'text' }: Said,
  typed: string | string[] | undefined,
): unknown {
  if (kind === 'several') return [typed ?? []].flat()
  const text = [typed ?? ''].flat()[0]?.trim() ?? ''
  if (kind === 'yes') return text === 'yes'
  if (kind === 'lines') return text.split('\n').flatMap((line) => line.trim() || [])
  if (text === '') return emptied[empty]
  if (kind === 'whole') return /^\d{1,9}$/.test(text) ? Number(text) : text
  if (kind === 'decimal') return /^\d{1,3}(,\d+)?$/.test(text) ? text.replace(',', '.') : text
  if (kind === 'kilobytes')
    return /^\d{1,9}(,\d{1,3})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 1000) : text
  return text
}

const isSame = (one: string | string[], other: string | string[] | undefined): boolean =>
  JSON.stringify([one].flat()) === JSON.stringify([other ?? (Array.isArray(one) ? [] : '')].flat())

/** Sets what was typed otherwise than it stands; what reads the same stays exactly as it is. */
const withSaid = (stored: Draft, said: readonly Said[], typed: Typed, row?: number): Draft =>
  said.reduce((draft, one) => {
    const now = typed[nameIn(one, row)]
    return isSame(shown(one.kind, at(stored, one.path)), now) ? draft : withAt(draft, one.path, meant(one, now))
  }, stored)

/** How many rows were typed. */
export const rowCount = (typed: Typed): number =>
  Math.max(0, ...Object.keys(typed).flatMap((name) => Number(/^was_(\d{1,3})$/.exec(name)?.[1] ?? 0)))

/** A part as its page shows it; the row's own name goes with it, so that it is known again whatever happens to it. */
export function typedPart(part: Part, draft: Draft): Typed {
  const { rows } = part
  const own = saidIn(part).map((one) => [nameIn(one), shown(one.kind, at(draft, one.path))])
  const listed = (rows ? rowsAt(draft, rows.path) : []).flatMap((row, index) => [
    [`was_${index + 1}`, idOf(row)],
    ...(rows?.said ?? []).map((one) => [nameIn(one, index + 1), shown(one.kind, at(row, one.path))]),
  ])
  return Object.fromEntries([...own, ...listed])
}

/**
 * The draft with what was typed in one part. A row that was typed nowhere stays: rows go by being taken out only. A new
 * row in which nothing was typed is none.
 */
export function withTyped(part: Part, draft: Draft, typed: Typed): Draft {
  const own = withSaid(draft, saidIn(part), typed)
  const { rows } = part
  return rows ? withAt(own, rows.path, typedRows(rows, own, typed)) : own
}

function typedRows(rows: Rows, draft: Draft, typed: Typed): Draft[] {
  const stored = rowsAt(draft, rows.path)
  const keys = new Set(rows.path.endsWith('fields') ? [...taken, ...fieldKeys(draft)] : stored.map(idOf))
  const kept = new Set<Draft>()
  const made = Array.from({ length: rowCount(typed) }, (_, index) => index + 1).flatMap((number) => {
    const was = [typed[`was_${number}`] ?? ''].flat()[0] ?? ''
    const before = stored.find((row) => !kept.has(row) && idOf(row) === was)
    if (before && was !== '') {
      kept.add(before)
      return [tidy(withSaid(before, rows.said, typed, number))]
    }
    if (isNone(rows, typed, number)) return []
    return [freshRow(rows, typed, number, keys, was)]
  })
  return [...made, ...stored.filter((row) => !kept.has(row))]
}

/** A new row in which nothing was typed. */
const isNone = (rows: Rows, typed: Typed, number: number): boolean =>
  isBlank(typed[`was_${number}`]) && rows.said.every((one) => isBlank(typed[nameIn(one, number)]))

/** Where a row that was typed stands once its part is saved; null where nothing was typed in it. */
export function typedIndex({ rows }: Part, typed: Typed, number: number): number | null {
  if (!rows || isNone(rows, typed, number)) return null
  const before = Array.from({ length: number - 1 }, (_, index) => index + 1)
  return before.filter((one) => !isNone(rows, typed, one)).length
}

/**
 * A part as it is stored now, each row under the number that it has in the form, and the rows that the form does not
 * know behind them: what stands beside what was typed when somebody else saved first.
 */
export function alignedPart(part: Part, draft: Draft, typed: Typed): { theirs: Typed; more: Typed } {
  const { rows } = part
  if (!rows) return { theirs: typedPart(part, draft), more: {} }
  const stored = rowsAt(draft, rows.path)
  const count = rowCount(typed)
  const known = Array.from({ length: count }, (_, index) => [typed[`was_${index + 1}`] ?? ''].flat()[0] ?? '')
  const added = stored.filter((row) => !known.includes(idOf(row)))
  const ordered = [...known.map((was) => stored.find((row) => was !== '' && idOf(row) === was) ?? {}), ...added]
  const theirs = typedPart(part, withAt(draft, rows.path, ordered))
  const isMore = (name: string) => Number(/_(\d+)$/.exec(name)?.[1] ?? 0) > count
  return { theirs, more: Object.fromEntries(Object.entries(theirs).filter(([name]) => isMore(name))) }
}

const fieldKeys = (draft: Draft): string[] =>
  rowsAt(draft, 'aspects').flatMap((aspect) => rowsAt(aspect, 'fields').map(idOf))

const isBlank = (typed: string | string[] | undefined) => [typed ?? ''].flat().every((text) => text.trim() === '')

/** A row that was not there, or that somebody took out while it was being written. */
function freshRow(rows: Rows, typed: Typed, number: number, keys: Set<string>, was: string): Draft {
  const said = rows.said.reduce(
    (row, one) => withAt(row, one.path, meant(one, typed[nameIn(one, number)])),
    rows.isKeyed ? { key: was, ...rows.fresh } : rows.fresh,
  )
  const key = was || freeSlug(slugOf(nameOf(said)) || `baris-${number}`, keys)
  keys.add(key)
  return withFirstField(tidy(rows.isKeyed ? { ...said, key } : said), keys)
}

/** Only what asks for another answer says which; nothing said of it is nothing. */
const tidy = (row: Draft): Draft =>
  'onlyIf' in row && at(row, 'onlyIf.key') === '' && at(row, 'onlyIf.is') === '' ? { ...row, onlyIf: null } : row

/** An aspect asks something: a new one begins with a field of its own name, whose question is still to be written. */
function withFirstField(row: Draft, keys: Set<string>): Draft {
  if (!Array.isArray(row.fields) || row.fields.length > 0) return row
  const label = nameOf(row)
  const key = freeSlug(slugOf(label) || 'bidang', keys)
  const field = { key, number: '', label, question: '', limit: null, points: [], sources: [], signals: [] }
  return { ...row, fields: [{ ...field, needsEvidence: false }] }
}

/** The draft with one row of a part one place further up (-1) or down (1). */
export function moved(part: Part, draft: Draft, id: string, by: -1 | 1): Draft {
  if (!part.rows) return draft
  const rows = rowsAt(draft, part.rows.path)
  const from = rows.findIndex((row) => idOf(row) === id)
  const [row, other] = [rows[from], rows[from + by]]
  if (!row || !other) return draft
  return withAt(draft, part.rows.path, rows.with(from, other).with(from + by, row))
}

/** The draft without one row of a part. */
export function without(part: Part, draft: Draft, id: string): Draft {
  if (!part.rows) return draft
  const rows = rowsAt(draft, part.rows.path)
  const gone = rows.findIndex((row) => idOf(row) === id)
  return gone < 0 ? draft : withAt(draft, part.rows.path, rows.toSpliced(gone, 1))
}
