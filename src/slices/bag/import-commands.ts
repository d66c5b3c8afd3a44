import { createReadStream } from 'node:fs'
import { flawWords, verifyBag } from '#bagit'
import { type Database, forAgency, type Tx, transact } from '#db'
import type { Blobs } from '#files'
import { record } from '#journal'
import { isCode } from '#kit/disk.ts'
import {
  carriedColumns,
  inOrder,
  isOfAccounts,
  keyOf,
  orderedJson,
  type Row,
  type Rows,
  recordingKeyOf,
  type Table,
} from './carried.ts'
import { keepImporter } from './importer-store.ts'
import { readContents } from './read-commands.ts'
import { addRows, asStored, listRows, listTables, speakUtc } from './row-store.ts'

/** What an import did, or with `dryRun` would do; `refused` says all that stands against it, and then nothing was done. */
export type Imported = { objects: number; added: number; rows: number; refused: string[] }

/**
 * Takes a bag of ours in: verified first, then all of its rows in one transaction, under the ids, codes and addresses
 * that they had. What is there already stays; where a recording is there otherwise, the bag is refused.
 */
export async function importBag(
  database: Database,
  blobs: Blobs,
  { folder, dryRun, now }: { folder: string; dryRun: boolean; now: Date },
): Promise<Imported> {
  const nothing = { objects: 0, added: 0, rows: 0 }
  const flaws = await verifyBag(folder)
  if (flaws.length > 0) return { ...nothing, refused: flaws.map(({ path, why }) => `${path}: ${flawWords[why]}.`) }
  const tables = await listTables(database)
  const contents = await readContents(folder, tables)
  if (Array.isArray(contents)) return { ...nothing, refused: contents }
  const rows: Rows = new Map([...contents.around, ...contents.parts])
  const files = rows.get('file') ?? []
  if (!dryRun)
    for (const file of files) {
      const source = createReadStream(contents.places.get(String(file.id)) ?? '')
      const { sha256 } = await blobs.put(String(file.agency_id), source)
      if (sha256 !== file.sha256)
        return { ...nothing, refused: [`${file.name}: isinya bukan yang disebut keterangannya.`] }
    }
  return writeRows(database, tables, rows, { objects: contents.objects, dryRun, now })
}

/** Thrown to undo what was only tried. */
class Undone extends Error {
  readonly imported: Imported

  constructor(imported: Imported) {
    super('undone')
    this.imported = imported
  }
}

async function writeRows(
  database: Database,
  tables: Table[],
  rows: Rows,
  { objects, dryRun, now }: { objects: number; dryRun: boolean; now: Date },
): Promise<Imported> {
  try {
    return await transact(forAgency(database, ''), async (tx) => {
      await speakUtc(tx)
      const fresh: Rows = new Map()
      const refused: string[] = []
      for (const table of inOrder(tables).filter(({ name }) => rows.has(name))) {
        const { missing, conflicts } = await compare(tx, table, rows.get(table.name) ?? [])
        fresh.set(table.name, missing)
        refused.push(...conflicts)
      }
      const added = fresh.get('recording') ?? []
      const sum = {
        objects,
        added: added.length,
        rows: [...fresh.values()].reduce((all, some) => all + some.length, 0),
      }
      if (refused.length > 0) throw new Undone({ ...sum, added: 0, rows: 0, refused })
      await add(tx, tables, fresh, added, now)
      if (dryRun) throw new Undone({ ...sum, refused })
      return { ...sum, refused }
    })
  } catch (error) {
    if (error instanceof Undone) return error.imported
    const refused = refusedByDatabase(error)
    if (refused === undefined) throw error
    return { objects, added: 0, rows: 0, refused: [refused] }
  }
}

/** Which rows are not there yet, and which parts of recordings are there otherwise than the bag has them. */
async function compare(tx: Tx, table: Table, given: Row[]): Promise<{ missing: Row[]; conflicts: string[] }> {
  const among = given.map((row) => table.key.map((column) => row[column]))
  const there = new Map(
    (await listRows(tx, table, { columns: carriedColumns(table), where: table.key, among })).map((row) => [
      keyOf(table, row),
      row,
    ]),
  )
  const missing = given.filter((row) => !there.has(keyOf(table, row)))
  if (recordingKeyOf(table) === undefined) return { missing, conflicts: [] }
  const conflicts = (await asStored(tx, table, given)).flatMap((row) => {
    const other = there.get(keyOf(table, row))
    const differing = other
      ? Object.keys(row).filter((name) => orderedJson(row[name]) !== orderedJson(other[name]))
      : []
    return differing.length > 0
      ? [`${table.name} ${row.code ?? row.id ?? keyOf(table, row)}: berbeda pada ${differing.join(', ')}.`]
      : []
  })
  return { missing, conflicts }
}

/** Adds the rows in the order of what they refer to; whoever an account stood for is the importing installation. */
async function add(tx: Tx, tables: Table[], fresh: Rows, recordings: Row[], now: Date): Promise<void> {
  const needsAccount = tables.some(
    ({ name, references }) => (fresh.get(name) ?? []).length > 0 && references.some(isOfAccounts),
  )
  const accountId = needsAccount ? await keepImporter(tx, now) : null
  for (const table of inOrder(tables)) {
    const accounts = table.references.filter(isOfAccounts).flatMap(({ from }) => from)
    const own = accounts.filter((column) => table.required.includes(column)).map((column) => [column, accountId])
    await addRows(
      tx,
      table,
      (fresh.get(table.name) ?? []).map((row) => ({ ...row, ...Object.fromEntries(own) })),
    )
  }
  for (const { agency_id, id, project_id } of recordings) {
    const thing = { kind: 'recording' as const, id: String(id) }
    const decision = { event: 'recording.imported', thing, details: { projectId: String(project_id) } }
    await record({ ...tx, agencyId: String(agency_id) }, 'system', decision, now)
  }
}

/** What the database refuses of a bag is said in words: a code, address or slug that another has, or rows that lack theirs. */
function refusedByDatabase(error: unknown): string | undefined {
  const { constraint = '', table = '' } =
    error instanceof Error ? (error as { constraint?: string; table?: string }) : {}
  if (isCode(error, '23505'))
    return `${table}: sudah ada yang lain dengan kode, alamat, atau slug yang sama (${constraint}).`
  if (isCode(error, '23503'))
    return `${table}: menunjuk sesuatu yang tidak ada di kantong maupun di sini (${constraint}).`
  if (error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code)))
    return `${table || 'Kantong'}: memuat nilai yang tidak dapat diterima (${constraint || error.message}).`
  return undefined
}
