import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, select, update } from '#db'
import { piecesOf } from '#documents/xml.ts'
import { listEntriesOf } from '#journal'
import { addRecording } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeToBeNamed, publishProject, takeBackProject } from './commands.ts'
import { galleryJobs } from './jobs.ts'
import { refreshHarvest } from './oai/harvest-commands.ts'

const url = 'http://localhost:3000'
const database = await freshDatabase()
const files = makeFiles(freshFolder())
let now = testNow
const app = makeApp(database, () => now, { files, oaiPage: 2 })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
let scene: Scene
let made = 0
let project: { code: string; id: string }
/** ARK names, in the order in which their recordings were added. */
let names: string[]

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000)
const refresh = () => refreshHarvest(scene.db, project.id, url, now)

beforeEach(async () => {
  now = testNow
  await database.query.deleteFrom('harvestRecord').execute()
  scene = await makeScene(database)
  made += 1
  project = await makeRunningProject(scene.db, scene, { code: `b7k3m9q${made}`, title: `Layanan & rujukan <${made}>` })
  const nip = scene.db.vault.seal('198504122009122003')
  await update(scene.db, 'person')
    .set({ email: 'nadia@instansi.example', noNipReason: null, nipSealed: nip, nipIndex: Buffer.alloc(32, made) })
    .where('id', '=', scene.agent.personId ?? '')
    .execute()
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const said = { id: randomUUIDv7(), uploadId, title: 'Satu', access: 'public', consent: 'nobody' } as const
  await addRecording(scene.db, scene.agent, project.code, said, testNow)
  const one = await select(scene.db, 'recording').selectAll().executeTakeFirstOrThrow()
  const { words: _, ...first } = one
  const others = ['Dua', 'Tiga', 'Empat', 'Lima'].map((title, at) => ({
    ...{ ...first, title, id: randomUUIDv7(), code: `c${made}k3m9q${at}`, arkName: `${first.arkName}${at}` },
  }))
  await insert(scene.db, 'recording', others).execute()
  names = [first, ...others].map(({ arkName }) => arkName ?? '')
  await agreeToBeNamed(scene.db, scene.agent, { code: project.code, revision: 1 }, testNow)
  await publishProject(scene.db, scene.secretariat, { code: project.code, revision: 1 }, testNow)
})

const ask = async (query: Record<string, string>, method = 'GET') => {
  const text = new URLSearchParams(query).toString()
  const answer =
    method === 'GET'
      ? await app.request(`/oai?${text}`)
      : await app.request('/oai', { method, body: new URLSearchParams(query) })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
  return answer.text()
}
const records = { verb: 'ListRecords', metadataPrefix: 'oai_dc' }
const getRecord = (name: string) =>
  ask({ verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: `oai:localhost:${name}` })
const all = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text)
const tokenIn = (xml: string) => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1]
const namesIn = (xml: string) => all(xml, 'identifier').map((identifier) => identifier.split(':').at(-1) ?? '')

/** Every page of a harvest, until there is no token. */
async function harvest(query: Record<string, string>): Promise<string[]> {
  const pages = [await ask(query)]
  for (let token = tokenIn(pages[0] ?? ''); token; token = tokenIn(pages.at(-1) ?? ''))
    pages.push(await ask({ verb: query.verb ?? '', resumptionToken: token }))
  return pages
}

describe('a harvest', () => {
  test('gives every public recording once, page after page; a page that is asked again is the same', async () => {
    expect(await refresh()).toBe(5)
    const pages = await harvest(records)
    expect(pages.map((page) => namesIn(page).length)).toEqual([2, 2, 1])
    expect(pages.flatMap(namesIn).toSorted()).toEqual(names.toSorted())
    expect(pages[0]).toMatch(/<resumptionToken expirationDate="2026-11-25T02:00:00Z" completeListSize="5" cursor="0">/)
    expect(pages[1]).toContain('completeListSize="5" cursor="2">')
    expect(pages[2]).toContain('<resumptionToken completeListSize="5" cursor="4"/>')
    const again = await ask({ verb: 'ListRecords', resumptionToken: tokenIn(pages[0] ?? '') ?? '' })
    expect(namesIn(again)).toEqual(namesIn(pages[1] ?? ''))
    const headers = await harvest({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' })
    expect(headers.flatMap(namesIn)).toEqual(pages.flatMap(namesIn))
    expect(headers.join()).not.toContain('<metadata>')
  })

  test('is made ready with as many statements for five recordings as for one', async () => {
    const statements = async () => {
      await database.query.deleteFrom('harvestRecord').execute()
      const before = database.statements.length
      await refresh()
      return database.statements.length - before
    }
    const ofFive = await statements()
    await update(scene.db, 'recording').set({ access: 'agency' }).where('arkName', 'in', names.slice(1)).execute()
    expect(await statements()).toBe(ofFive)
  })

  test('says of a recording what is public, its lasting address first, and neither NIP nor e-mail', async () => {
    await refresh()
    const xml = await getRecord(names[0] ?? '')
    expect(() => [...piecesOf(xml)]).not.toThrow()
    expect(all(xml, 'dc:title')).toEqual(['Satu'])
    expect(all(xml, 'dc:identifier')[0]).toMatch(new RegExp(`^${url}/ark:/\\d+/${names[0]}$`))
    expect(all(xml, 'dc:type')).toEqual(['MovingImage'])
    expect(all(xml, 'datestamp')).toEqual(['2026-11-24T02:00:00Z'])
    expect(all(xml, 'setSpec')).toContain('jenis:video')
    expect(xml).toContain(`Layanan &amp; rujukan &lt;${made}&gt;`)
    expect(xml).not.toMatch(/198504122009122003|instansi\.example/)
  })

  test('holds nothing that waits, or is for the agency', async () => {
    const say = (what: object, name = '') =>
      update(scene.db, 'recording').set(what).where('arkName', '=', name).execute()
    await say({ embargoUntil: '2026-11-25' }, names[0])
    await say({ access: 'agency' }, names[1])
    expect(await refresh()).toBe(3)
    // The next day in the agency's zone begins at 17.00 UTC.
    now = new Date('2026-11-24T17:00:00Z')
    expect(await refresh()).toBe(1)
    expect(all(await getRecord(names[0] ?? ''), 'datestamp')).toEqual(['2026-11-24T17:00:00Z'])
    expect(await getRecord(names[1] ?? '')).toContain('code="idDoesNotExist"')
  })

  test('hears of what was taken back at once, and for ever, dated with the second in which it went', async () => {
    await refresh()
    now = later(60)
    const revision = 2
    const call = { code: project.code, revision, reason: 'Keliru.' }
    await takeBackProject(scene.db, scene.secretariat, call, now)
    expect(await getRecord(names[0] ?? '')).toMatch(/<header status="deleted">/)
    expect(await refresh()).toBe(5)
    const gone = (await harvest({ ...records, from: '2026-11-24T02:01:00Z' })).join()
    expect(gone.match(/<header status="deleted">/g)).toHaveLength(5)
    expect(gone).not.toContain('<metadata>')
    await publishProject(scene.db, scene.secretariat, { code: project.code, revision: revision + 1 }, now)
    now = later(120)
    expect(await refresh()).toBe(5)
    expect(await getRecord(names[0] ?? '')).toContain('<metadata>')
  })

  test('is asked by time, both ends included, and by group or the group above it', async () => {
    await refresh()
    now = later(60)
    await update(scene.db, 'recording')
      .set({ title: 'Anyar' })
      .where('arkName', '=', names[2] ?? '')
      .execute()
    expect(await refresh()).toBe(1)
    expect(await refresh()).toBe(0)
    const ids = async (more: object) =>
      (await harvest({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...more })).flatMap(namesIn).filter(Boolean)
    expect(await ids({ from: '2026-11-24T02:01:00Z', until: '2026-11-24T02:01:00Z' })).toEqual([names[2]])
    expect(await ids({ until: '2026-11-24T02:00:59Z' })).toHaveLength(4)
    expect(await ids({ from: '2026-11-24', until: '2026-11-24' })).toHaveLength(5)
    for (const set of ['jenis:video', 'jenis', 'program', 'unit']) expect(await ids({ set })).toHaveLength(5)
    for (const more of [{ set: 'jenis:foto' }, { from: '2026-11-25' }, { until: '2026-11-23' }])
      expect(await ask({ ...records, ...more })).toContain('code="noRecordsMatch"')
    const sets = all(await ask({ verb: 'ListSets' }), 'setSpec')
    expect(sets).toEqual(expect.arrayContaining(['jenis', 'jenis:video', 'program', 'unit']))
    expect(sets).toEqual([...new Set(sets)])
  })

  test('asks the database no more for a page of two than for a page of one', async () => {
    await refresh()
    const count = async (expected: number) => {
      const before = database.statements.length
      const found = namesIn(await ask({ ...records, until: '2026-11-24T01:59:59Z' })).length
      expect(found).toBe(expected)
      return database.statements.length - before
    }
    await update(scene.db, 'harvestRecord')
      .set({ changedAt: later(-60) })
      .where('arkName', '=', names[0] ?? '')
      .execute()
    const one = await count(1)
    await update(scene.db, 'harvestRecord')
      .set({ changedAt: later(-60) })
      .where('arkName', '=', names[1] ?? '')
      .execute()
    expect(await count(2)).toBe(one)
  })
})

describe('the provider', () => {
  test('says who it is, and that what is gone stays known', async () => {
    await refresh()
    now = later(60)
    const xml = await ask({ verb: 'Identify' })
    expect(all(xml, 'baseURL')).toEqual([`${url}/oai`])
    expect(all(xml, 'deletedRecord')).toEqual(['persistent'])
    expect(all(xml, 'earliestDatestamp')).toEqual(['2026-11-24T02:00:00Z'])
    expect(all(xml, 'adminEmail')).toHaveLength(1)
    expect(
      [
        ...xml.matchAll(
          /<(repositoryName|baseURL|protocolVersion|adminEmail|earliestDatestamp|deletedRecord|granularity)>/g,
        ),
      ].map(([, name]) => name),
    ).toEqual([
      'repositoryName',
      'baseURL',
      'protocolVersion',
      'adminEmail',
      'earliestDatestamp',
      'deletedRecord',
      'granularity',
    ])
  })

  test('answers a form like an address, wherever it comes from', async () => {
    await refresh()
    expect(await ask(records, 'POST')).toBe(await ask(records))
    const other = await app.request('/oai', {
      method: 'POST',
      headers: { origin: 'https://katalog.example' },
      body: new URLSearchParams({ verb: 'Identify' }),
    })
    expect(other.status).toBe(200)
  })

  test('answers a fault of the harvester as an answer, with what was asked where that can be repeated', async () => {
    expect(await ask({ verb: 'Nope' })).toMatch(
      /<request>http:\/\/localhost:3000\/oai<\/request><error code="badVerb">/,
    )
    expect(await ask({ ...records, metadataPrefix: 'marc"21' })).toContain('metadataPrefix="marc&quot;21"')
    for (const none of ['r1bcdfghjkm', 'R1', '']) expect(await getRecord(none)).toContain('code="idDoesNotExist"')
    const withNul = { verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: 'oai:localhost:r1\0' }
    expect(await ask(withNul, 'POST')).toContain('identifier="oai:localhost:r1"')
    expect(await ask({ verb: 'ListMetadataFormats', identifier: 'oai:lain.example:x' })).toContain('idDoesNotExist')
  })
})

test('what is given out follows what is done to a project, and every midnight all that is public', async () => {
  const [one, every] = galleryJobs
  expect(one && 'events' in one && one.events).toEqual(
    expect.arrayContaining(['publication.published', 'publication.taken-back', 'recording.changed', 'project.stopped']),
  )
  const given = async () =>
    (await select(scene.db, 'harvestRecord').select('metadata').execute()).map((row) => row.metadata)
  if (every && 'run' in every) await every.run(database, now, { url })
  expect((await given()).filter((metadata) => metadata !== null)).toHaveLength(5)
  await takeBackProject(scene.db, scene.secretariat, { code: project.code, revision: 2, reason: 'Keliru.' }, now)
  const entry = (await listEntriesOf(scene.db, [project.id]))[0]
  if (one && 'answer' in one && entry) await one.answer(scene.db, entry, now, { url })
  expect(await given()).toEqual([null, null, null, null, null])
})
