/** What the database says of a table: its columns, its key, and to what its rows refer. */
export type Table = {
  name: string
  columns: string[]
  /** Columns that the database fills in by itself. */
  generated: string[]
  /** Columns that may not be empty. */
  required: string[]
  key: string[]
  references: Reference[]
}

/** That rows of a table refer to rows of another: the columns here, and the ones there. */
export type Reference = { table: string; from: string[]; to: string[] }

/** A row as PostgreSQL writes it in JSON. */
export type Row = Record<string, unknown>

/** Rows by the table they lie in. */
export type Rows = Map<string, Row[]>

/** Of persons their names alone leave the house: no NIP, no e-mail, no rank. An agency's settings stay its own. */
const only: Record<string, readonly string[]> = {
  agency: ['id', 'slug', 'name', 'zone', 'is_demo', 'created_at'],
  person: ['agency_id', 'id', 'titles_before', 'name', 'titles_after', 'created_at'],
}

/** What hangs on a project or programme and belongs to the skeleton in which a recording is found again. */
export const skeleton: Record<string, readonly string[]> = {
  // A project's page needs its plan and its summary; the matrix of the plan is no part of the archive.
  project: ['project_area', 'project_target', 'publication', 'action_plan', 'project_summary', 'lineage'],
  programme: ['stage'],
}

/** An account signs in to one installation; rows that name one are given the importing installation's own. */
export const isOfAccounts = (reference: Reference): boolean => reference.table === 'account'

/**
 * The columns of a table that a bag carries: all that there are, so that a new one comes along by itself, but those the
 * database fills in, those that name accounts, and what must not leave the house.
 */
export function carriedColumns({ name, columns, generated, references }: Table): string[] {
  const accounts = references.filter(isOfAccounts).flatMap(({ from }) => from)
  return columns.filter(
    (column) => !generated.includes(column) && !accounts.includes(column) && (only[name]?.includes(column) ?? true),
  )
}

/** A table's reference to rows that must be there before it, and that a bag therefore carries as well. */
export const carriedReferences = (table: Table): Reference[] =>
  table.references.filter(
    ({ table: target, from }) => target !== 'account' && from.includes('agency_id') && !isDropped(table, from),
  )

const isDropped = (table: Table, from: readonly string[]) => {
  const carried = carriedColumns(table)
  return from.some((column) => !carried.includes(column))
}

/** What is made of the original and can be made of it again, and how far that has come. */
const made: readonly string[] = ['processing', 'derivative', 'media_facts', 'harvest_record']

/**
 * By which columns the rows of a table are parts of a recording: its own row, its files, and whatever names it; a new
 * table that does so comes along by itself. Undefined for a table that lies around recordings.
 */
export function recordingKeyOf({ name, columns }: Table): string | undefined {
  if (name === 'recording') return 'id'
  if (name === 'file') return 'thing_id'
  return columns.includes('recording_id') && !made.includes(name) ? 'recording_id' : undefined
}

/**
 * The tables of which a bag holds rows: parts of recordings, the skeleton, and whatever these refer to. No other is
 * read from one: who may sign in, who stands to what and what was decided come from nobody's file.
 */
export function carriedTables(tables: readonly Table[]): Table[] {
  const roots = tables.filter((table) => recordingKeyOf(table) !== undefined).map(({ name }) => name)
  const names = new Set(roots)
  // A set that grows while it is walked is walked to its end.
  for (const name of names) {
    const table = tables.find((one) => one.name === name)
    for (const reference of table ? carriedReferences(table) : []) names.add(reference.table)
    for (const child of skeleton[name] ?? []) names.add(child)
  }
  return tables.filter(({ name }) => names.has(name))
}

/** Tables so that each comes after those it refers to. */
export function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const visit = (table: Table) => {
    if (ordered.includes(table)) return
    for (const { table: target } of carriedReferences(table)) {
      const other = tables.find(({ name }) => name === target)
      if (other && other !== table) visit(other)
    }
    if (!ordered.includes(table)) ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

/** A row's own key among those of its table. */
export const keyOf = (table: Table, row: Row): string => table.key.map((column) => String(row[column])).join(' ')

/** The same JSON for the same values, whatever order they came in. */
export const orderedJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
