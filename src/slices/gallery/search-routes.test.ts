import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, select, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { beginProject, describeProject } from '#project'
import { addRecording, putCaption } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = { name: 'film.mp4', bytes: readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url)) }

test('one search finds documentation by its words beside projects and persons', async () => {
  const scene = await makeScene(database)
  const moment = { now: testNow, today: '2026-11-24' }
  const project = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  const uploadId = await upload(files, scene.db, scene.agent, film, testNow)
  const said = { title: 'Membaca dengan telinga', description: 'Relawan di bilik rekam.', recordedOn: null }
  const code = await addRecording(scene.db, scene.agent, project, { id: randomUUIDv7(), uploadId, ...said }, testNow)
  const find = async (words: string) => {
    const headers = await scene.headersOf(scene.agent)
    return (await app.request(`/cari?q=${encodeURIComponent(words)}`, { headers })).text()
  }
  expect(await find('relawan')).toContain(`/dokumentasi/${code}`)
  expect(await find('gudang')).toContain('Tidak ada yang cocok')

  // What is said in it leads to the second at which it is; a lasting address, however it is copied, to the recording.
  const cues = [
    { start: 0, end: 2000, text: 'Selamat datang.' },
    { start: 83_400, end: 85_000, text: 'Gudang naskah kini terbuka.' },
  ]
  await putCaption(scene.db, scene.agent, code, { track: 'id', cues, uploadId: null, revision: 0 }, testNow)
  expect(await find('gudang')).toContain(`/dokumentasi/${code}?t=83`)
  await putCaption(
    scene.db,
    scene.agent,
    code,
    { track: 'id', cues: cues.slice(0, 1), uploadId: null, revision: 1 },
    testNow,
  )
  expect(await find('gudang')).toContain('Tidak ada yang cocok')
  const row = await select(scene.db, 'recording').select(['arkNaan', 'arkName']).executeTakeFirstOrThrow()
  const ark = `ark:/${row.arkNaan}/${row.arkName}`
  for (const words of [ark, `https://rintis.example/${ark}`])
    expect(await find(words)).toContain(`/dokumentasi/${code}`)
})

test('projects are found by title, code, unit and agent, without regard to capitals, among what one may read', async () => {
  const scene = await makeScene(database)
  const second = await scene.addSeat(2)
  const moment = { now: testNow, today: '2026-11-24' }
  const begin = ({ agent, seatId }: Pick<typeof scene, 'agent' | 'seatId'>) =>
    beginProject(scene.db, agent, { id: randomUUIDv7(), seatId }, moment)
  const [own, other] = [await begin(scene), await begin(second)]
  const said = { presentCondition: 'Lambat.', problem: 'Tercecer.', wantedCondition: 'Cepat.' }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null }
  const described = { ...said, ...kind, areaCodes: [], targetCodes: [], revision: 1 }
  await describeProject(scene.db, scene.agent, own, { title: 'Rujukan 100% daring', ...described }, moment)
  const find = async (actor: Actor, words: string) => {
    const headers = await scene.headersOf(actor)
    const html = await (await app.request(`/cari?q=${encodeURIComponent(words)}`, { headers })).text()
    return [own, other].filter((code) => html.includes(`/proyek/${code}`))
  }
  for (const words of ['RUJUKAN', '100%', own, 'jasa informasi', 'kusumastuti'])
    expect(await find(scene.secretariat, words), words).toEqual([own])
  expect(await find(scene.secretariat, 'unit 2')).toEqual([other])
  expect(await find(scene.secretariat, '%')).toEqual([])
  expect(await find(second.agent, 'rujukan')).toEqual([])
})

describe('a page of what was found', () => {
  let scene: Scene
  let made = 0
  const evidence = (projectId: string, name: string) =>
    insert(scene.db, 'evidence', {
      ...{ id: randomUUIDv7(), projectId, name, link: 'https://instansi.example', provesOn: '2026-04-15' },
      ...{ addedAt: testNow, accountId: scene.agent.accountId },
    }).execute()
  const makeOne = (title: string, but = {}) =>
    makeRunningProject(scene.db, scene, { code: `r7k3m9q${made++}`, title, ...but })
  const page = async (query: string, actor = scene.secretariat) => {
    const before = database.statements.length
    const answer = await app.request(`/cari?${query}`, { headers: await scene.headersOf(actor) })
    return { html: await answer.text(), status: answer.status, queries: database.statements.length - before }
  }

  beforeEach(async () => {
    scene = await makeScene(database)
  })

  test('takes as many queries for three things as for one, and three more where a word was misspelt', async () => {
    const { id } = await makeOne('Rujukan')
    const { queries } = await page('q=rujukan')
    await evidence(id, 'Notulen rujukan')
    await evidence(id, 'Foto rujukan')
    const three = await page('q=rujukan')
    expect(three.html).toContain('3 hasil')
    expect(three.queries).toBe(queries)
    expect((await page('q=rujukn')).queries).toBe(queries + 3)
  })

  test('finds by the stem, by a beginning, in any letters, by a phrase, and without what was excluded', async () => {
    const { id } = await makeOne('Perpustakaan keliling', { problem: 'Résumé rapat tidak dilayani 😀.' })
    await evidence(id, 'notulen_rapat-12.pdf')
    const found = async (text: string) => /(\d+) hasil/.exec((await page(`q=${encodeURIComponent(text)}`)).html)?.[1]
    for (const text of ['pustaka', 'PERPUST', 'resume', 'RÉSUMÉ', 'pelayanan', '"tidak dilayani"', 'rapat -notulen'])
      expect(await found(text), text).toBe('1')
    expect(await found('rapat')).toBe('2')
    for (const text of ['"dilayani tidak"', 'rapat -resume -notulen']) expect(await found(text), text).toBe(undefined)
  })

  test('marks what was looked for, and shows what looks like HTML as it was written', async () => {
    await makeOne('Rujukan <b>cepat</b>', { problem: 'Jawaban rujukan <script>alert(1)</script> tercecer.' })
    const { html } = await page('q=rujukan')
    expect(html).toContain('<mark>Rujukan</mark> &lt;b>cepat&lt;/b>')
    expect(html).toContain('&lt;script>')
    expect(html).not.toContain('<script>alert')
  })

  test('narrows by facets that say what each would leave, keeps them in the address, and orders', async () => {
    const { id } = await makeOne('Rujukan zaman')
    await evidence(id, 'Rujukan abad')
    const all = (await page('q=rujukan')).html
    expect(all).toMatch(/href="\/cari\?q=rujukan&amp;jenis=eviden"[^>]*>Eviden<\/a><span class="quiet-words">1</)
    const narrowed = (await page('q=rujukan&jenis=eviden&tahun=2026')).html
    expect(narrowed).toContain('1 hasil')
    expect(narrowed).toContain('href="/cari?q=rujukan&amp;tahun=2026"')
    expect(narrowed).toMatch(/>Proyek<\/a><span class="quiet-words">1</)
    const titles = [...(await page('q=rujukan&urut=judul')).html.matchAll(/<\/mark> (abad|zaman)<\/a>/g)]
    expect(titles.map(([, word]) => word)).toEqual(['abad', 'zaman'])
    expect((await page('q=rujukan&halaman=9')).html).toContain('Halaman ini kosong')
  })

  test('of very many looks at the newest thousand alone, says so, and turns their pages without a gap', async () => {
    const { id } = await makeOne('Satu proyek')
    // Several of one moment: what is equal keeps its place as well.
    const momentOf = (at: number) => new Date(testNow.getTime() + Math.floor(at / 7) * 1000)
    const many = Array.from({ length: 1003 }, (_, at) => ({
      ...{ id: randomUUIDv7(), projectId: id, name: `Rujukan ${at}`, link: 'https://instansi.example' },
      ...{ provesOn: '2026-04-15', addedAt: momentOf(at), accountId: scene.agent.accountId },
    }))
    await insert(scene.db, 'evidence', many).execute()
    const all = (await page('q=rujukan')).html
    expect(all).toContain('Sedikitnya 1.000 hasil')
    const found: string[] = []
    for (const number of [1, 2, 3, 25, 50]) {
      const { html } = await page(`q=rujukan&urut=terbaru&halaman=${number}`)
      found.push(...[...html.matchAll(/<\/mark> (\d+)<\/a>/g)].map(([, at]) => at ?? ''))
    }
    expect(new Set(found).size).toBe(100)
    expect(found.map((at) => Math.floor(Number(at) / 7))).toEqual(
      found.map((at) => Math.floor(Number(at) / 7)).toSorted((one, other) => other - one),
    )
    // Three of the seven oldest are no longer looked at.
    expect(found.filter((at) => Number(at) < 7)).toHaveLength(4)
    expect((await page('q=rujukan&halaman=51')).html).toContain('Halaman ini kosong')
    // Narrowed, what is older is looked at again.
    expect((await page('q=%22rujukan+0%22')).html).toContain('>1 hasil')
  })

  test('says how a misspelt word was read, and looks for it alone when asked to', async () => {
    await makeOne('Perpustakaan keliling')
    expect((await page('q=perpustakan')).html).toMatch(/Menampilkan hasil untuk <strong>perpustakaan<\/strong>/)
    expect((await page('q=perpustakan&apa=adanya')).html).toContain('Tidak ada yang cocok')
  })

  test('finds what was meant by a slip of one letter, also where its stem alone is used, and for everybody', async () => {
    const { agent, db } = scene
    const { id } = await makeOne('Naskah arsip dilayani', { problem: 'Layanan lambat.' })
    const asRead = async (text: string) =>
      /hasil untuk <strong>([^<]+)<\/strong>/.exec((await page(`q=${text}`)).html)?.[1]
    expect(await asRead('nasakh')).toBe('naskah')
    expect(await asRead('pelayannan')).toBe('pelayanan')
    expect(await asRead('arzip')).toBe('arsip')
    expect(await asRead('arsp+nakah')).toBe('arsip naskah')
    expect(await asRead('zzzzz')).toBe(undefined)
    const publication = { projectId: id, agreedAt: testNow, agreedById: agent.personId, publishedAt: testNow }
    await insert(db, 'publication', publication).execute()
    expect(await (await app.request('/galeri?q=nasakh')).text()).toContain('<strong>naskah</strong>')
    await update(db, 'publication').set({ publishedAt: null }).where('projectId', '=', id).execute()
    expect(await (await app.request('/galeri?q=nasakh')).text()).not.toContain('naskah')
  })

  test.each([
    ['terlalu umum', 'di, dan, yang'],
    ['Tidak ada kata untuk dicari', '😀'],
    ['Sebutkan juga yang dicari', '-rapat'],
    ['Tidak ada kata untuk dicari', "' \\ :* & | ! <->"],
    ['paling banyak dua belas kata', 'rujukan '.repeat(1250)],
  ])('says “%s” of what cannot be searched as it is', async (sentence, text) => {
    const { html, status } = await page(`q=${encodeURIComponent(text)}`)
    expect([status, html.includes(sentence)]).toEqual([200, true])
  })

  test('begins with the thing whose code or number was typed', async () => {
    const { code } = await makeOne('Rujukan')
    expect((await page(`q=${code.toUpperCase()}`)).html).toContain(`<li><a href="/proyek/${code}">Rujukan</a>`)
    expect((await page('q=12%2Fot.01%2FI%2F2026')).html).toMatch(
      /<li><a href="\/keputusan\/\w+">12\/OT\.01\/I\/2026 tentang/,
    )
  })

  test('is suggested from, by titles, while one types', async () => {
    const { code } = await makeOne('Rujukan satu hari')
    const headers = await scene.headersOf(scene.secretariat)
    const suggested = async (text: string) => (await app.request(`/cari/usul?q=${text}`, { headers })).json()
    expect(await suggested('ruj')).toEqual([{ title: 'Rujukan satu hari', kind: 'Proyek', href: `/proyek/${code}` }])
    expect(await suggested('r')).toEqual([])
    expect((await app.request('/cari/usul?q=ruj', { headers })).headers.get('cache-control')).toBe('no-store')
    expect((await app.request('/cari/usul?q=ruj')).status).toBe(303)
  })

  test('for everybody holds what is published and past its embargo, with no word that the public page does not show', async () => {
    const { db, agent } = scene
    const { id } = await makeOne('Gapura aksara', { problem: 'Naskah tercecer.' })
    await makeOne('Gapura sandi', { code: 'r7k3m9qz' }).catch(() => undefined)
    await evidence(id, 'Gapura eviden')
    const film = { projectId: id, kind: 'film', access: 'public', accountId: agent.accountId } as const
    await insert(db, 'recording', [
      { ...film, id: randomUUIDv7(), code: `v7k3m9q${made}`, title: 'Gapura film', createdAt: testNow },
      {
        ...film,
        id: randomUUIDv7(),
        code: `w7k3m9q${made}`,
        title: 'Gapura nanti',
        createdAt: testNow,
        embargoUntil: '2026-12-01',
      },
      { ...film, id: randomUUIDv7(), code: `x7k3m9q${made}`, title: 'Gapura tim', createdAt: testNow, access: 'team' },
    ]).execute()
    const ask = async (query: string) => (await app.request(`/galeri?${query}`)).text()
    expect(await ask('q=gapura')).toContain('Tidak ada yang cocok')
    const publication = { projectId: id, agreedAt: testNow, agreedById: agent.personId, publishedAt: testNow }
    await insert(db, 'publication', publication).execute()
    const html = await ask('q=gapura')
    expect(html).toContain('2 hasil')
    for (const word of ['nanti', 'tim<', 'eviden', 'sandi']) expect(html, word).not.toContain(word)
    // The name of a head or of evidence is a word of the office alone; the agent agreed to be named.
    expect(await ask('q=kusumastuti+gapura')).toContain('1 hasil')
    expect(await ask('q=gapura&jenis=dokumentasi')).toContain('1 hasil')
    await update(db, 'publication')
      .set({ publishedAt: null, takenBack: 'keliru' })
      .where('projectId', '=', id)
      .execute()
    expect(await ask('q=gapura')).toContain('Tidak ada yang cocok')
  })
})
