import { type BagReader, flawWords, readBag, verifyBag } from '#bagit'
import { type Database, forAgency, type Tx, transact } from '#db'
import { type Blobs, type Files, hasRoom, keepBlobs } from '#files'
import { record } from '#journal'
import { isCode } from '#kit/disk.ts'
import { hangingOnNew } from './belonging.ts'
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
import { scan } from './scan-commands.ts'

/** What an import did, or with `dryRun` would do; `refused` says all that stands against it, and then nothing was done. */
export type Imported = { objects: number; added: number; rows: number; refused: string[] }

/** What is done with a bag: only looked at (`dryRun`), or taken in. */
type Taking = { dryRun: boolean; now: Date }

/**
 * Takes a bag of ours in, a folder or a ZIP of one: verified and, where there is a scanner, looked at for viruses first
 * (what is too large for it comes in where `letsIn` says so), then all of its rows in one transaction, under the
 * ids, codes and addresses that they had. What is there already stays; where a recording is there otherwise, the bag is
 * refused.
 */
export async function importBag(
  database: Database,
  { blobs, space, scanner }: Pick<Files, 'blobs' | 'space' | 'scanner'>,
  { from, letsIn = false, ...taking }: Taking & { from: string; letsIn?: boolean },
): Promise<Imported> {
  const bag = await readBag(from)
  const flaws = await verifyBag(bag)
  if (flaws.length > 0) return refusing(flaws.map(({ path, why }) => `${path}: ${flawWords[why]}.`))
  const tables = await listTables(database)
  const contents = await readContents(bag, tables)
  if (Array.isArray(contents)) return refusing(contents)
  const rows: Rows = new Map([...contents.around, ...contents.parts])
  const files = rows.get('file') ?? []
  const bytes = [...bag.files.values()].reduce((sum, size) => sum + size, 0)
  if (!hasRoom(await space(), bytes)) return refusing(['Ruang simpan server tidak cukup untuk isi kantong ini.'])
  const infected = scanner ? await scan(bag, files, contents.places, scanner, letsIn) : []
  if (infected.length > 0) return refusing(infected)
  const writing = { tables, rows, files, blobs, objects: contents.objects, ...taking }
  if (taking.dryRun) return writeRows(database, writing)
  for (let missing = files; ; ) {
    const refused = await putFiles(bag, blobs, missing, contents.places)
    if (refused !== null) return refusing([refused])
    try {
      return await writeRows(database, writing)
    } catch (error) {
      // A sweep came between: what it took is put again.
      if (!(error instanceof Swept)) throw error
      missing = error.files
    }
  }
}

const refusing = (refused: string[]): Imported => ({ objects: 0, added: 0, rows: 0, refused })

/** Keeps the contents, each on the disk when it resolves; the sentence that refuses one, or null. */
async function putFiles(bag: BagReader, blobs: Blobs, files: Row[], places: ReadonlyMap<string, string>) {
  for (const file of files) {
    const { sha256 } = await blobs.put(String(file.agency_id), bag.open(places.get(String(file.id)) ?? ''))
    if (sha256 !== file.sha256) return `${file.name}: isinya bukan yang disebut keterangannya.`
  }
  return null
}

/** Thrown where contents that were put were swept away before a row named them. */
class Swept extends Error {
  readonly files: Row[]

  constructor(files: Row[]) {
    super('swept')
    this.files = files
  }
}

/** Thrown to undo what was only tried. */
class Undone extends Error {
  readonly imported: Imported

  constructor(imported: Imported) {
    super('undone')
    this.imported = imported
  }
}

type Writing = Taking & { tables: Table[]; rows: Rows; files: Row[]; blobs: Blobs; objects: number }

async function writeRows(
  database: Database,
  { tables, rows, files, blobs, objects, dryRun, now }: Writing,
): Promise<Imported> {
  try {
    return await transact(forAgency(database, ''), async (tx) => {
      await keepBlobs(tx)
      if (!dryRun) await refuseSwept(blobs, files)
      await speakUtc(tx)
      const fresh: Rows = new Map()
      const refused: string[] = []
      for (const table of inOrder(tables).filter(({ name }) => rows.has(name))) {
        const { missing, conflicts } = await compare(tx, table, rows.get(table.name) ?? [])
        fresh.set(table.name, hangingOnNew(table, missing, fresh))
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

/** From here on no sweep takes any, until the rows that name them are there. */
async function refuseSwept(blobs: Blobs, files: Row[]): Promise<void> {
  const missing: Row[] = []
  for (const file of files)
    if ((await blobs.sizeOf(String(file.agency_id), String(file.sha256))) === undefined) missing.push(file)
  if (missing.length > 0) throw new Swept(missing)
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
