import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { absent } from '#kit/disk.ts'
import { bagVersion, type ObjectFile, objectFile, programmeFile } from './bag-format.ts'
import { carriedColumns, carriedTables, type Row, type Rows, recordingKeyOf, type Table } from './carried.ts'

/** What stands in a bag of ours: rows by table, and where the bytes of each file lie. */
export type Contents = {
  around: Rows
  parts: Rows
  /** File id → its place on this machine. */
  places: Map<string, string>
  objects: number
}

/** Reads what a bag that was found whole says; sentences say why it cannot be taken in. */
export async function readContents(folder: string, all: readonly Table[]): Promise<Contents | string[]> {
  const tables = carriedTables(all)
  const flaws: string[] = []
  const programme = programmeFile.safeParse(await jsonOf(path.join(folder, 'data/programme.json')))
  if (!programme.success) return ['data/programme.json tidak ada atau bukan dari Rintis.']
  const contents: Contents = { around: new Map(), parts: new Map(), places: new Map(), objects: 0 }
  flaws.push(...newer('data/programme.json', programme.data.version))
  flaws.push(...take(programme.data.tables, tables, contents.around, 'data/programme.json', false))
  for (const name of ((await readdir(path.join(folder, 'data/objects')).catch(absent)) ?? []).toSorted()) {
    const where = `data/objects/${name}/metadata.json`
    const read = objectFile.safeParse(await jsonOf(path.join(folder, where)))
    if (!read.success) {
      flaws.push(`${where} tidak ada atau bukan dari Rintis.`)
      continue
    }
    flaws.push(...newer(where, read.data.version))
    flaws.push(...take(read.data.tables, tables, contents.parts, where, true))
    flaws.push(...(await placesOf(path.join(folder, 'data/objects', name), where, read.data, contents.places)))
    contents.objects += 1
  }
  return flaws.length > 0 ? flaws : contents
}

const jsonOf = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse((await readFile(file, 'utf8').catch(absent)) ?? 'null')
  } catch {
    return null
  }
}

const newer = (where: string, version: number): string[] =>
  version > bagVersion ? [`${where} dibuat Rintis yang lebih baru (bentuk ${version}).`] : []

/** Takes over rows of tables that a bag may carry, in columns that it may: nothing else enters the database by it. */
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

async function placesOf(folder: string, where: string, object: ObjectFile, places: Map<string, string>) {
  const flaws: string[] = []
  for (const file of object.tables.file ?? []) {
    const place = path.resolve(folder, object.paths[String(file.id)] ?? '..')
    const found = place.startsWith(`${path.resolve(folder)}${path.sep}`) ? await stat(place).catch(absent) : undefined
    if (found?.isFile()) places.set(String(file.id), place)
    else flaws.push(`${where}: berkas ${file.name} tidak ada di foldernya.`)
  }
  return flaws
}
