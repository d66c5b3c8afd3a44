import type { BagWriter } from '#bagit'
import type { Blobs } from '#files'
import { Halt } from '#kit/halt.ts'
import { nameInFull } from '#people'
import { accessRights, arkInWords, dublinCoreOf } from '#recording'
import { bagVersion, type ObjectFile } from './bag-format.ts'
import { orderedJson, type Row, type Rows } from './carried.ts'
import { dublinCoreXml } from './dc-xml.ts'
import { type Around, describe } from './described.ts'
import { fileNameIn, folderOf } from './file-names.ts'
import type { IndexedObject } from './pages/bag-index.tsx'
import { premisOf } from './premis.ts'

/** A recording with the rows that are parts of it, and those that lie around it. */
export type ObjectToWrite = { recording: Row; parts: Record<string, Row[]>; around: Rows; names: Map<string, string> }

/** What files are read from. */
export type Contents = {
  sizeOf: Blobs['sizeOf']
  open(agencyId: string, sha256: string): AsyncIterable<Uint8Array>
}

/** Writes one recording into the bag: its files first, then what is known of it. */
export async function writeObject(
  bag: BagWriter,
  blobs: Contents,
  { recording, parts, around, names }: ObjectToWrite,
  url: string,
): Promise<IndexedObject> {
  const name = String(recording.ark_name)
  const ark = arkInWords({ arkNaan: String(recording.ark_naan), arkName: name })
  const folder = `objects/${name}`
  const paths = pathsOf(parts.file ?? [])
  for (const file of parts.file ?? []) await writeFile(bag, blobs, file, `${folder}/${paths.get(String(file.id))}`)
  const { code } = recording
  const metadata = { format: 'rintis-object', version: bagVersion, ark, code: String(code), tables: parts }
  const whole: ObjectFile = { ...metadata, format: 'rintis-object', paths: Object.fromEntries(paths) }
  await bag.add(`${folder}/metadata.json`, orderedJson(whole))
  const beside = aroundOf({ recording, parts, around, names }, ark, url)
  await bag.add(`${folder}/dc.xml`, dublinCoreXml(dublinCoreOf(...describe(recording, beside))))
  const events = (parts.preservation_event ?? []).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  await bag.add(`${folder}/premis.json`, orderedJson(premisOf(ark, parts.file ?? [], events, paths)))
  const { master, project, unit } = beside
  const original = master && paths.get(String(master.id))
  return {
    ...{ ark, folder: name, title: String(recording.title), description: String(recording.description) },
    ...{ access: accessWords(recording), gone: goneOf(recording) },
    ...{ kind: String(recording.kind), project: String(project.title), unit: String(unit.name) },
    recordedOn: recording.recorded_on === null ? null : String(recording.recorded_on),
    original: original && addressIn(`${folder}/${original}`),
    pictures: picturesIn(parts).map(({ fileId, caption }) => ({
      caption,
      original: addressIn(`${folder}/${paths.get(fileId)}`),
    })),
  }
}

const addressIn = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The pictures of a set in their order, with what each shows; none where there is one alone. */
function picturesIn(parts: Record<string, Row[]>): { fileId: string; caption: string }[] {
  const files = parts.file?.filter(({ part }) => part === 'master' || part === 'picture') ?? []
  if (files.length < 2) return []
  const said = new Map(parts.recording_picture?.map((row) => [row.file_id, row]))
  const placeOf = ({ id, part }: Row) => (part === 'master' ? 0 : Number(said.get(id)?.position ?? files.length))
  const ordered = files.toSorted((a, b) => placeOf(a) - placeOf(b))
  return ordered.map(({ id }) => ({ fileId: String(id), caption: String(said.get(id)?.caption ?? '') }))
}

const accessWords = ({ access }: Row) => accessRights[access as keyof typeof accessRights] ?? String(access)

const goneOf = ({ removed_at, destroyed_at }: Row) =>
  destroyed_at !== null ? 'destroyed' : removed_at !== null ? 'removed' : null

const orderOf = ({ at, id }: Row) => `${at} ${id}`

function pathsOf(files: readonly Row[]): Map<string, string> {
  const taken = new Map<string, Set<string>>()
  return new Map(
    files.map((file) => {
      const folder = folderOf(String(file.part))
      const names = taken.get(folder) ?? new Set<string>()
      taken.set(folder, names)
      return [String(file.id), `${folder}/${fileNameIn(names, String(file.name))}`]
    }),
  )
}

/** A stored file is not what its name says. */
export class SpoiltFile extends Halt {
  readonly path: string

  constructor(path: string) {
    super('failed', `Berkas ${path} hilang atau rusak: jalankan check-fixity --repair, lalu ulangi.`)
    this.path = path
  }
}

/** A bag never holds what is not what its name says: a spoilt file ends the export, with words. */
async function writeFile(bag: BagWriter, blobs: Contents, file: Row, path: string): Promise<void> {
  const [agencyId, sha256] = [String(file.agency_id), String(file.sha256)]
  const isThere = (await blobs.sizeOf(agencyId, sha256)) !== undefined
  const written = isThere ? await bag.add(path, blobs.open(agencyId, sha256)) : undefined
  if (written?.sha256 !== sha256) throw new SpoiltFile(path)
}

function aroundOf({ recording, parts, around, names }: ObjectToWrite, ark: string, url: string): Around {
  const ofAgency = (table: string) => (around.get(table) ?? []).filter((row) => row.agency_id === recording.agency_id)
  const find = (table: string, id: unknown) => ofAgency(table).find((row) => row.id === id) ?? {}
  const project = find('project', recording.project_id)
  const publication = ofAgency('publication').find((row) => row.project_id === project.id)
  /** Its own where it was given some, else its project's. */
  const named = (what: 'area' | 'target') => {
    const own = parts[`recording_${what}`] ?? []
    const rows = own.length > 0 ? own : ofAgency(`project_${what}`).filter((row) => row.project_id === project.id)
    return rows.flatMap((row) => names.get(`${what} ${row.set_code} ${row[`${what}_code`]}`) ?? [])
  }
  const agent = publication?.agreed_by_id ? find('person', publication.agreed_by_id) : undefined
  return {
    agency: (around.get('agency') ?? []).find(({ id }) => id === recording.agency_id) ?? {},
    unit: find('unit', project.unit_id),
    project,
    programme: find('programme', project.programme_id),
    agentName: agent
      ? nameInFull({
          name: String(agent.name),
          titlesBefore: String(agent.titles_before),
          titlesAfter: String(agent.titles_after),
        })
      : null,
    publishedAt: publication?.published_at ? String(publication.published_at) : null,
    areas: named('area'),
    targets: named('target'),
    contributors: (parts.recording_contributor ?? []).map(({ role, name }) => ({
      role: String(role),
      name: String(name),
    })),
    master: parts.file?.find(({ part }) => part === 'master'),
    pictures: picturesIn(parts).length,
    address: `${url}/${ark}`,
    ark,
  }
}
