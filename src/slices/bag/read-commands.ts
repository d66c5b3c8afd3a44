import { type BagReader, flawOfPath, textIn } from '#bagit'
import { bagVersion, type ObjectFile, objectFile, programmeFile } from './bag-format.ts'
import { foreignIn, strangersIn } from './belonging.ts'
import { carriedColumns, carriedTables, type Row, type Rows, recordingKeyOf, type Table } from './carried.ts'

/** What stands in a bag of ours: rows by table, and where the bytes of each file lie. */
export type Contents = {
  around: Rows
  parts: Rows
  /** File id → its path in the bag. */
  places: Map<string, string>
  objects: number
}

/** Reads what a bag that was found whole says; sentences say why it cannot be taken in. */
export async function readContents(bag: BagReader, all: readonly Table[]): Promise<Contents | string[]> {
  const tables = carriedTables(all)
  const flaws: string[] = []
  const programme = programmeFile.safeParse(await jsonOf(bag, 'data/programme.json'))
  if (!programme.success) return ['data/programme.json tidak ada atau bukan dari Rintis.']
  const contents: Contents = { around: new Map(), parts: new Map(), places: new Map(), objects: 0 }
  flaws.push(...newer('data/programme.json', programme.data.version))
  flaws.push(...take(programme.data.tables, tables, contents.around, 'data/programme.json', false))
  for (const folder of foldersIn(bag)) {
    const where = `${folder}/metadata.json`
    const read = objectFile.safeParse(await jsonOf(bag, where))
    if (!read.success) {
      flaws.push(`${where} tidak ada atau bukan dari Rintis.`)
      continue
    }
    flaws.push(...newer(where, read.data.version))
    flaws.push(...take(read.data.tables, tables, contents.parts, where, true))
    flaws.push(...strangersIn(tables, read.data.tables).map((why) => `${where}: ${why}.`))
    flaws.push(...placesOf(bag, folder, read.data, contents.places))
    contents.objects += 1
  }
  const foreign = foreignIn(contents.around, contents.parts)
  flaws.push(...foreign.map((why) => `data/programme.json: ${why}.`))
  return flaws.length > 0 ? flaws : contents
}

/** The folder of each object, in one order for all bags. */
const foldersIn = ({ files }: BagReader): string[] =>
  [...new Set([...files.keys()].flatMap((inBag) => /^data\/objects\/[^/]+/.exec(inBag)?.[0] ?? []))].toSorted()

const jsonOf = async (bag: BagReader, inBag: string): Promise<unknown> => {
  try {
    return JSON.parse((await textIn(bag, inBag)) ?? 'null')
  } catch {
    return null
  }
}

const newer = (where: string, version: number): string[] =>
  version > bagVersion ? [`${where} dibuat Rintis yang lebih baru (bentuk ${version}).`] : []

/** Takes over rows of tables that a bag may carry, in columns that it may; whose they are, `belonging.ts` asks. */
function take(given: Record<string, Row[]>, tables: readonly Table[], into: Rows, where: string, asParts: boolean) {
  const flaws: string[] = []
  for (const [name, rows] of Object.entries(given)) {
    const table = tables.find((one) => one.name === name)
    if (!table || (recordingKeyOf(table) !== undefined) !== asParts) {
      flaws.push(`${where}: bagian "${name}" tidak dikenal.`)
      continue
    }
    const may = new Set(carriedColumns(table))
    const strange = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !may.has(column))
    flaws.push(...strange.map((column) => `${where}: kolom "${name}.${column}" tidak dikenal.`))
    into.set(name, [...(into.get(name) ?? []), ...rows])
  }
  return flaws
}

function placesOf({ files }: BagReader, folder: string, object: ObjectFile, places: Map<string, string>): string[] {
  const flaws: string[] = []
  for (const file of object.tables.file ?? []) {
    const inBag = `${folder}/${object.paths[String(file.id)] ?? '..'}`
    if (flawOfPath(inBag) === null && files.has(inBag)) places.set(String(file.id), inBag)
    else flaws.push(`${folder}/metadata.json: berkas ${file.name} tidak ada di foldernya.`)
  }
  return flaws
}
