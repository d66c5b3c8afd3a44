import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '#bagit'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { seal } from '#test/sealed.ts'
import { carriedTables, type Row, recordingKeyOf } from './carried.ts'
import { exportBag } from './export-commands.ts'
import { importBag } from './import-commands.ts'
import { listTables } from './row-store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const project = 'b7k3m9qt'
const scene = await makeScene(database)
await makeRunningProject(scene.db, scene, { code: project })
const given = await addFilm(scene, files, project, { name: 'satu.mp4', title: 'Satu' })
const other = await addFilm(scene, files, project, { name: 'dua.mp4', title: 'Dua' })
const [foreign, elsewhere] = ['0199f0a0-0000-7000-8000-00000000000a', '0199f0a0-0000-7000-8000-00000000000b']
const url = 'https://rintis.example.go.id'
const whole = path.join(freshFolder(), 'kantong')
const scope = { recording: given.code, ark: undefined }
await exportBag(database, files.blobs, { scope, to: await inFolder(whole), url, now: testNow })
const tables = carriedTables(await listTables(database))

type Said = { tables: Record<string, Row[]>; paths: Record<string, string> }

/** The bag of the first film, in which one of its files says something else, with sums that are right. */
function bagThat(named: (folder: string) => string, says: (said: Said) => void): string {
  const folder = path.join(freshFolder(), 'kantong')
  cpSync(whole, folder, { recursive: true })
  const file = path.join(folder, 'data', named(path.join(folder, 'data')))
  const said = JSON.parse(readFileSync(file, 'utf8'))
  says(said)
  writeFileSync(file, JSON.stringify(said))
  seal(folder)
  return folder
}

const inObject = (data: string) => `objects/${readdirSync(path.join(data, 'objects'))[0]}/metadata.json`
const around = () => 'programme.json'
const take = (from: string) => importBag(database, files, { from, dryRun: false, now: testNow })

/** A row of each table whose rows are parts of recordings, that says it is the other film's. */
const strangers = tables.flatMap((table) => {
  const key = recordingKeyOf(table)
  return key === undefined || table.name === 'recording' ? [] : [{ name: table.name, key }]
})

test('a bag of ours, unchanged, is taken in where its recording is already', async () => {
  expect(await take(bagThat(inObject, () => {}))).toEqual({ objects: 1, added: 0, rows: 0, refused: [] })
})

test.each(strangers)('a row of $name that is a part of another recording refuses the bag', async ({ name, key }) => {
  const bag = bagThat(inObject, (said) => {
    const row: Row = { agency_id: scene.agencyId, id: foreign, [key]: other.id }
    const may = new Set(tables.find((table) => table.name === name)?.columns)
    const strange = Object.fromEntries(Object.entries(row).filter(([column]) => may.has(column)))
    said.tables[name] = [...(said.tables[name] ?? []), strange]
    said.paths[foreign] = Object.values(said.paths)[0] ?? ''
  })
  expect((await take(bag)).refused.join('\n')).toMatch(
    new RegExp(`data/objects/.+/metadata\\.json: 1 baris "${name}" bukan bagian dokumentasi`),
  )
})

test('what hangs on a project that is here already stays as it is: a bag publishes nothing', async () => {
  const bag = bagThat(around, (said) => {
    const [one] = said.tables.project ?? []
    const at = testNow.toISOString()
    const agreed = { agreed_at: at, agreed_by_id: scene.agent.personId, published_at: at, revision: 1 }
    said.tables.publication = [{ agency_id: one?.agency_id, project_id: one?.id, ...agreed }]
  })
  expect(await take(bag)).toEqual({ objects: 1, added: 0, rows: 0, refused: [] })
  expect(await database.query.selectFrom('publication').select('projectId').execute()).toEqual([])
})

/** Adds a row that differs from the first of its table in this. */
const andAnother = (name: string, but: Row) => (said: Said) => {
  const [first] = said.tables[name] ?? []
  said.tables[name] = [...(said.tables[name] ?? []), { ...first, ...but }]
  if (name === 'file') said.paths[foreign] = Object.values(said.paths)[0] ?? ''
}
/** A picture of the recording that is said to be the file of another. */
const otherFile = { agency_id: scene.agencyId, recording_id: given.id, file_id: elsewhere, position: 1, caption: 'x' }

const lies: [string, (folder: string) => string, (said: Said) => void, RegExp][] = [
  ['a file of a decree', inObject, andAnother('file', { id: foreign, thing_kind: 'decree' }), /1 baris "file" bukan/],
  [
    'a file of another agency',
    inObject,
    andAnother('file', { id: foreign, agency_id: foreign }),
    /1 baris "file" bukan/,
  ],
  [
    'a picture whose file is not in the object',
    inObject,
    (said) => void Object.assign(said.tables, { recording_picture: [otherFile] }),
    /1 baris "recording_picture" bukan/,
  ],
  ['two recordings', inObject, andAnother('recording', { id: foreign }), /tepat satu dokumentasi/],
  ['no recording', inObject, (said) => void delete said.tables.recording, /tepat satu dokumentasi/],
  [
    'another agency',
    around,
    andAnother('agency', { id: foreign, slug: 'lain' }),
    /programme\.json: 1 baris "agency" milik/,
  ],
  [
    'a unit of another agency',
    around,
    andAnother('unit', { agency_id: foreign }),
    /1 baris "unit" milik instansi lain/,
  ],
  ['a person of another agency', around, andAnother('person', { agency_id: foreign }), /1 baris "person" milik/],
]
test.each(lies)('a bag that brings %s is refused', async (_, named, says, why) => {
  const { added, rows, refused } = await take(bagThat(named, says))
  expect([added, rows]).toEqual([0, 0])
  expect(refused.join('\n')).toMatch(why)
})
