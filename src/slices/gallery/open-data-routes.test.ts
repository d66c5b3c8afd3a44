import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeToBeNamed, publishProject, takeBackProject } from './commands.ts'
import { galleryJobs } from './jobs.ts'
import { type OpenProject, openDataNames } from './open-data.ts'
import { noteOpenData } from './open-data-commands.ts'
import { listOpenData } from './open-data-store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
let scene: Scene
let code: string

/** An entry of the journal, but for what it is about. */
const entry = {
  ...{ agencyId: '', sequence: 1, id: randomUUIDv7(), at: testNow },
  ...{ accountId: null, personId: null, onBehalfOf: null },
}

/** Whatever is not before the public says so in this word. */
const secret = 'rahasia'
const film = (projectId: string, name: string, more: object = {}) => ({
  ...{ id: randomUUIDv7(), code: name, projectId, kind: 'film', access: 'public', accountId: scene.agent.accountId },
  ...{ title: `Film ${name}`, createdAt: testNow, ...more },
})
const publish = async (one: string, revision = 1) => {
  if (revision === 1) await agreeToBeNamed(scene.db, scene.agent, { code: one, revision }, testNow)
  await publishProject(scene.db, scene.secretariat, { code: one, revision }, testNow)
}
const makeOther = async (number: number, title: string, name: string) => {
  const { seatId, unitId, agent } = await scene.addSeat(number)
  const place = { programmeId: scene.programmeId, seatId, unitId }
  const made = await makeRunningProject(scene.db, place, { code: name, title, problem: `${title} ${secret}` })
  return { ...made, agent }
}

beforeAll(async () => {
  scene = await makeScene(database)
  code = 'b7k3m9zz'
  const words = { presentCondition: 'Tiga hari.', problem: '=1+1', wantedCondition: 'Satu jam; cepat.' }
  const { id, planId } = await makeRunningProject(scene.db, scene, { code, title: 'Satu antrean, satu jam', ...words })
  const area = { projectId: id, setCode: 'peta-jalan-2020-2024', areaCode: 'pelayanan-publik' }
  await insert(scene.db, 'projectArea', area).execute()
  const initiativeId = randomUUIDv7()
  const row = { planId, position: 1 }
  await insert(scene.db, 'initiative', { ...row, id: initiativeId, lineId: initiativeId, title: 'Meja' }).execute()
  const of = { ...row, id: randomUUIDv7(), lineId: randomUUIDv7(), initiativeId, title: 'Antre', inCharge: secret }
  await insert(scene.db, 'activity', { ...of, resources: secret, risk: secret }).execute()
  await insert(scene.db, 'recording', [
    film(id, 'v7k3m9za', { recordedOn: '2026-11-20', place: 'Ruang baca', keywords: ['antrean'] }),
    film(id, 'v7k3m9zb', { title: `Tim ${secret}`, access: 'team' }),
    film(id, 'v7k3m9zc', { title: `Nanti ${secret}`, embargoUntil: '2999-01-01' }),
    film(id, 'v7k3m9zd', { title: secret, removedAt: testNow, removedBecause: secret }),
  ] as never).execute()
  await publish(code)
  const later = new Date(testNow.getTime() + 60_000)
  const late = film(id, 'v7k3m9ze', { title: `Kemudian ${secret}`, createdAt: later })
  await insert(scene.db, 'recording', late as never).execute()
  await makeOther(2, `Belum terbit ${secret}`, 'c7k3m9zz')
  const gone = await makeOther(3, `Ditarik ${secret}`, 'd7k3m9zz')
  await agreeToBeNamed(scene.db, gone.agent, { code: gone.code, revision: 1 }, testNow)
  await publishProject(scene.db, scene.secretariat, { code: gone.code, revision: 1 }, testNow)
  const reason = `Ada yang ${secret}.`
  await takeBackProject(scene.db, scene.secretariat, { code: gone.code, revision: 2, reason }, testNow)
  const nip = scene.db.vault.seal('198504122009122003')
  await update(scene.db, 'person')
    .set({ email: `${secret}@instansi.example`, noNipReason: null, nipSealed: nip, nipIndex: Buffer.alloc(32, 7) })
    .where('id', '=', scene.agent.personId ?? '')
    .execute()
})

const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const jsonOf = async (name: string) => (await ask(`/data/${name}.json`)).json()
/** Every cell of a workbook that is answered. */
const cellsOf = async (path: string) => {
  const read = await readWorkbook(new Uint8Array(await (await ask(path)).arrayBuffer()), 'data.xlsx')
  return read.ok ? read.workbook.sheets.flatMap(({ cells }) => cells) : []
}

describe('the open data', () => {
  test('holds what is before the public, in all three forms alike', async () => {
    const { data, jumlah } = await jsonOf('proyek')
    expect(jumlah).toBe(1)
    expect(data).toMatchObject([
      {
        ...{
          kode: code,
          judul: 'Satu antrean, satu jam',
          masalah: '=1+1',
          area: ['Peningkatan Kualitas Pelayanan Publik'],
        },
        ...{ tahun: 2026, jumlah_dokumentasi: 1, sebelum: null, meniru: null, terbit: '2026-11-24' },
        alamat: `http://localhost:3000/galeri/${code}`,
      },
    ])
    expect((await jsonOf('dokumentasi')).data).toMatchObject([
      { kode: 'v7k3m9za', direkam: '2026-11-20', kode_proyek: code, kata_kunci: ['antrean'], jenis: 'Film' },
    ])
    for (const name of ['area', 'unit', 'tahun'])
      expect((await jsonOf(name)).data).toMatchObject([{ jumlah_proyek: 1, jumlah_dokumentasi: 1 }])
    const csv = await (await ask('/data/proyek.csv')).text()
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`"Satu antrean, satu jam",http://localhost:3000/galeri/${code},`)
    expect(csv).toContain(",'=1+1,")
    const [names, row] = await cellsOf('/data/proyek.xlsx')
    expect(names).toEqual(csv.split('\r\n')[0]?.split(','))
    expect(row?.[1]).toBe('Satu antrean, satu jam')
  })

  test('holds nothing that the public pages do not show, and no person', async () => {
    const texts = await Promise.all(
      openDataNames.flatMap((name) =>
        ['csv', 'json'].map(async (format) => (await ask(`/data/${name}.${format}`)).text()),
      ),
    )
    texts.push(await (await ask('/data')).text(), JSON.stringify(await cellsOf('/data/dokumentasi.xlsx')))
    for (const text of texts) expect(text).not.toMatch(/rahasia|Nadia|Kusumastuti|19850412|instansi\.example|c7k3|d7k3/)
    const shown = await (await ask(`/galeri/${code}`)).text()
    const [row] = (await jsonOf('proyek')).data
    for (const name of [
      'judul',
      'unit_kerja',
      'instansi',
      'keadaan_semula',
      'masalah',
      'keadaan_diharapkan',
      'program',
    ])
      expect(shown).toContain(row[name])
  })

  test('is looked through by a job alone, and not sent again to whoever has what that noted', async () => {
    const before = await ask('/data/proyek.csv', { 'if-modified-since': now.toUTCString() })
    expect([before.status, before.headers.get('etag'), before.headers.get('last-modified')]).toEqual([200, null, null])
    await noteOpenData(database, now)
    const since = now.toUTCString()
    const tag = (await ask('/data/proyek.csv')).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\//)
    now = new Date(testNow.getTime() + 3_600_000)
    await noteOpenData(database, now)
    const again = await ask('/data/proyek.csv', { 'if-none-match': tag })
    expect([again.status, await again.text(), again.headers.get('last-modified')]).toEqual([304, '', since])
    expect((await ask('/data/proyek.csv', { 'if-modified-since': since })).status).toBe(304)
    expect((await ask('/data/proyek.json', { 'if-none-match': tag })).status).toBe(200)
    await update(scene.db, 'project').set({ problem: 'Tercecer.' }).where('code', '=', code).execute()
    expect(await (await ask('/data/proyek.csv')).text()).toContain('Tercecer')
    await noteOpenData(database, now)
    // Nobody between us and the reader hands out what was taken back meanwhile.
    expect(again.headers.get('cache-control')).toBe('public, no-cache')
    const changed = await ask('/data/proyek.csv', { 'if-none-match': tag, 'if-modified-since': since })
    expect([changed.status, changed.headers.get('last-modified')]).toEqual([200, now.toUTCString()])
    expect((await ask('/data/proyek.csv', { 'if-modified-since': since })).status).toBe(200)
  })

  test('is looked through again where something that everybody sees changed, and not for what nobody sees', async () => {
    const { query } = database
    const looked = async (event: string, thingKind: 'recording' | 'project', projectCode: string) => {
      const { id } = await query
        .selectFrom('project')
        .select('id')
        .where('code', '=', projectCode)
        .executeTakeFirstOrThrow()
      const from = database.statements.length
      const details: Record<string, string> = thingKind === 'recording' ? { projectId: id } : {}
      const thingId = thingKind === 'recording' ? randomUUIDv7() : id
      for (const job of galleryJobs)
        if (job.queue === 'gallery.open-data' && 'answer' in job)
          await job.answer(scene.db, { ...entry, event, thingKind, thingId, details }, now, { url: '' })
      return database.statements.slice(from).some((statement) => statement.includes('md5'))
    }
    expect([
      await looked('recording.access-changed', 'recording', code),
      await looked('recording.access-changed', 'recording', 'c7k3m9zz'),
      await looked('recording.removed', 'recording', 'd7k3m9zz'),
      await looked('publication.taken-back', 'project', 'd7k3m9zz'),
    ]).toEqual([true, false, false, true])
  })

  test('writes nothing and hashes nothing when it is asked for', async () => {
    const from = database.statements.length
    for (const path of ['/data', '/data/datapackage.json', '/data/unit.json', '/data/dokumentasi.xlsx'])
      await (await ask(path)).text()
    const sent = database.statements.slice(from)
    expect(sent.length).toBeGreaterThan(4)
    for (const statement of sent) expect(statement).not.toMatch(/^\s*(insert|update|delete)|md5/i)
  })

  test('costs as many queries for three rows as for one, and is read on by its keys', async () => {
    const cost = async (path: string) => {
      const before = database.statements.length
      // What is streamed is read to its end.
      await (await ask(path)).text()
      return database.statements.length - before
    }
    const paths = ['/data', '/data/proyek.csv', '/data/dokumentasi.json', '/data/area.xlsx']
    const costsOf = async () => {
      const costs: number[] = []
      for (const path of paths) costs.push(await cost(path))
      return costs
    }
    const alone = await costsOf()
    for (const [number, name] of [
      [4, 'f7k3m9zz'],
      [5, 'g7k3m9zz'],
    ] as const) {
      const { agent, id } = await makeOther(number, `Proyek ${number}`, name)
      await insert(scene.db, 'recording', film(id, `w7k3m9z${number}`) as never).execute()
      await agreeToBeNamed(scene.db, agent, { code: name, revision: 1 }, testNow)
      await publishProject(scene.db, scene.secretariat, { code: name, revision: 1 }, testNow)
    }
    expect(await costsOf()).toEqual(alone)
    const whole = await listOpenData(database, 'proyek', { after: null, limit: 10 }, now)
    expect(whole).toHaveLength(3)
    const pieces = []
    for (let after: string | null = null; ; ) {
      const [one]: OpenProject[] = await listOpenData(database, 'proyek', { after, limit: 1 }, now)
      if (!one) break
      pieces.push(one)
      after = one.key
    }
    expect(pieces).toEqual(whole)
  })

  test('is described, to people and to programs, and may be read from any page', async () => {
    const page = await (await ask('/data')).text()
    for (const words of ['Kamus data', 'alamat_tetap', 'CC BY 4.0', 'href="/data/unit.xlsx"', '"@type":"Dataset"'])
      expect(page).toContain(words)
    expect((await (await ask('/data/datapackage.json')).json()).resources).toHaveLength(openDataNames.length)
    expect((await ask('/data/proyek.json')).headers.get('access-control-allow-origin')).toBe('*')
    for (const path of ['/data/orang.csv', '/data/proyek.exe', '/data/constructor.csv'])
      expect((await ask(path)).status).toBe(404)
  })
})
