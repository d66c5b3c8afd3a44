import { carriedReferences, type Row, type Rows, recordingKeyOf, skeleton, type Table } from './carried.ts'

/**
 * What in an object's rows is no part of its one recording, by table: rows of another agency or recording, files of
 * another thing, and what refers to a part that the object does not hold. A row's own key says nothing of whose it is,
 * so without this a bag could add to whatever is here already.
 */
export function strangersIn(tables: readonly Table[], rows: Record<string, Row[]>): string[] {
  const [recording, ...others] = rows.recording ?? []
  if (!recording || others.length > 0) return ['harus memuat tepat satu dokumentasi']
  return tables.flatMap((table) => {
    const own = (row: Row) => isPartOf(recording, table, row) && findsItsParts(tables, rows, table, row)
    const strange = (rows[table.name] ?? []).filter((row) => !own(row)).length
    return strange > 0 ? [`${strange} baris "${table.name}" bukan bagian dokumentasi di folder ini`] : []
  })
}

function isPartOf(recording: Row, table: Table, row: Row): boolean {
  const key = recordingKeyOf(table)
  return (
    isNamed(recording.id) &&
    isNamed(recording.agency_id) &&
    key !== undefined &&
    row[key] === recording.id &&
    row.agency_id === recording.agency_id &&
    (table.name !== 'file' || row.thing_kind === 'recording') &&
    (!table.columns.includes('project_id') || row.project_id === recording.project_id)
  )
}

const isNamed = (value: unknown) => typeof value === 'string' && value !== ''

/** A part's file, or the track of a line of captions, is one of the same object. */
const findsItsParts = (tables: readonly Table[], rows: Record<string, Row[]>, table: Table, row: Row): boolean =>
  carriedReferences(table).every(({ table: target, from, to }) => {
    const other = tables.find(({ name }) => name === target)
    if (!other || recordingKeyOf(other) === undefined) return true
    if (from.some((column) => row[column] === null || row[column] === undefined)) return true
    return (rows[target] ?? []).some((part) => to.every((column, at) => part[column] === row[from[at] ?? '']))
  })

/**
 * Of rows that hang on a project or programme, those whose project or programme comes with the bag: one that is here
 * stays as it is, and nobody publishes it by a bag. `fresh` holds what comes of the tables before this one.
 */
export function hangingOnNew(table: Table, missing: Row[], fresh: Rows): Row[] {
  const up = table.references.find(({ table: parent }) => skeleton[parent]?.includes(table.name))
  if (!up) return missing
  const keys = new Set((fresh.get(up.table) ?? []).map((row) => up.to.map((column) => row[column]).join(' ')))
  return missing.filter((row) => keys.has(up.from.map((column) => row[column]).join(' ')))
}

/** What in the rows around recordings is of an agency that has no recording in the bag, by table. */
export function foreignIn(around: Rows, parts: Rows): string[] {
  const agencies = new Set((parts.get('recording') ?? []).map((row) => row.agency_id))
  return [...around].flatMap(([name, rows]) => {
    const foreign = rows.filter((row) => !agencies.has(name === 'agency' ? row.id : row.agency_id)).length
    return foreign > 0 ? [`${foreign} baris "${name}" milik instansi lain dari dokumentasi di kantong ini`] : []
  })
}
