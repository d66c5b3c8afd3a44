import { type BagPlace, openBag } from '#bagit'
import { type Database, readOnly } from '#db'
import type { Blobs } from '#files'
import { dayIn } from '#kit/date.ts'
import { Halt } from '#kit/halt.ts'
import { giveArks } from '#recording'
import { version } from '../../root.ts'
import { bagVersion, profile } from './bag-format.ts'
import { keyOf, orderedJson, type Row, type Rows, recordingKeyOf, type Table } from './carried.ts'
import { collect } from './collect-store.ts'
import { type Contents, type ObjectToWrite, writeObject } from './object-commands.ts'
import { bagIndex, type IndexedObject } from './pages/bag-index.tsx'
import { listTables, speakUtc } from './row-store.ts'
import { type InScope, listInScope, listReformNames, type Scope } from './scope-store.ts'

/** How many recordings' rows are in memory at once; of their files never more than a part. */
const atOnce = 100

export type Exported = { objects: number; files: number; bytes: number }

export type ToExport = {
  scope: Scope
  /** Whose alone; of all agencies where it is left out. */
  agencyId?: string
  to: BagPlace
  url: string
  now: Date
  /** Called with the bytes of each part that was written of a file; what it throws ends the export. */
  wrote?: (bytes: number) => void
}

/**
 * Writes recordings with all that is known of them as a bag (RFC 8493) that needs no Rintis to be read; in its place it
 * is there only when it is whole. The same recordings give the same bytes, but for the day. Throws `Halt`.
 */
export async function exportBag(
  database: Database,
  blobs: Blobs,
  { scope, agencyId, to, url, now, wrote }: ToExport,
): Promise<Exported> {
  const bag = openBag(to)
  const contents = wrote ? watched(blobs, wrote) : blobs
  try {
    await giveArks(database)
    const recordings = await listInScope(database, scope, agencyId)
    refuseUnclear(recordings, scope)
    const around: Rows = new Map()
    const indexed: IndexedObject[] = []
    for (let at = 0; at < recordings.length; at += atOnce) {
      const some = recordings.slice(at, at + atOnce)
      for (const object of await readOf(database, some, around))
        indexed.push(await writeObject(bag, contents, object, url))
    }
    const tables = Object.fromEntries([...around].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await bag.add('programme.json', orderedJson({ format: 'rintis-programme', version: bagVersion, tables }))
    const title = titleOf(recordings, scope)
    await bag.add('index.html', bagIndex(title, indexed))
    const { files, bytes } = await bag.finish(infoOf(recordings, indexed, title, now))
    return { objects: indexed.length, files, bytes }
  } catch (error) {
    await bag.discard()
    throw error
  }
}

/** The same contents, of which each part that was read is told. */
const watched = ({ sizeOf, open }: Blobs, wrote: (bytes: number) => void): Contents => ({
  sizeOf,
  async *open(agencyId, sha256) {
    for await (const part of open(agencyId, sha256)) {
      yield part
      wrote(part.length)
    }
  },
})

function refuseUnclear(recordings: readonly InScope[], scope: Scope): void {
  if (recordings.length === 0) throw new Halt('usage', 'Tidak ada dokumentasi yang cocok: periksa kode atau slugnya.')
  const agencies = new Set(recordings.map(({ agencyId }) => agencyId))
  if (!('all' in scope) && agencies.size > 1)
    throw new Halt('usage', 'Kode atau slug ini ada di beberapa instansi: pakai ARK, atau slug <instansi>-<program>.')
}

/** The rows of some recordings on one picture of the database; what lies around them goes into `around`. */
const readOf = (database: Database, some: readonly InScope[], around: Rows): Promise<ObjectToWrite[]> =>
  readOnly({ ...database, agencyId: '' }, async (db) => {
    await speakUtc(db)
    const tables = await listTables(db)
    const rows = await collect(db, tables, some)
    const names = await listReformNames(db)
    for (const table of tables) {
      const found = rows.get(table.name)
      if (found && recordingKeyOf(table) === undefined) around.set(table.name, merged(table, around, found))
    }
    return (rows.get('recording') ?? []).map((recording) => ({
      recording,
      ...partsOf(tables, rows, recording),
      around,
      names,
    }))
  })

const merged = (table: Table, around: Rows, fresh: readonly Row[]): Row[] =>
  [...new Map([...(around.get(table.name) ?? []), ...fresh].map((row) => [keyOf(table, row), row]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)

function partsOf(tables: readonly Table[], rows: Rows, recording: Row): { parts: Record<string, Row[]> } {
  const parts: Record<string, Row[]> = {}
  for (const table of tables) {
    const key = recordingKeyOf(table)
    const own = key && rows.get(table.name)?.filter((row) => row[key] === recording.id)
    if (own && own.length > 0) parts[table.name] = own
  }
  return { parts }
}

function titleOf([first]: readonly InScope[], scope: Scope): string {
  if ('recording' in scope) return first?.title ?? ''
  if ('project' in scope) return `Dokumentasi proyek ${first?.projectTitle}`
  return 'programme' in scope ? `Dokumentasi ${first?.programmeName}` : 'Semua dokumentasi'
}

/** Fields of bag-info.txt; Payload-Oxum is added when it is known. */
function infoOf(recordings: readonly InScope[], indexed: readonly IndexedObject[], title: string, now: Date) {
  const [first] = recordings
  const agencies = [...new Set(recordings.map(({ agencyName }) => agencyName))]
  const [only] = indexed
  return [
    ['Source-Organization', agencies.join('; ')],
    ['Contact-Email', agencies.length === 1 ? (first?.contactEmail ?? '') : ''],
    ['External-Description', title],
    ['External-Identifier', indexed.length === 1 ? (only?.ark ?? '') : ''],
    ['Bagging-Date', dayIn(first?.zone ?? 'Asia/Jakarta', now)],
    ['Bag-Software-Agent', `Rintis ${version}`],
    ['BagIt-Profile-Identifier', profile],
  ] as const
}
