import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import { pageSize } from '#kit/list.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { askingAbout, minutes } from './make-asking.ts'
import { makeReportable } from './make-progress.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now, { files: makeFiles(freshFolder()) })
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>
let all: string
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  all = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

const later = () => {
  now = new Date(now.getTime() + 60_000)
}
const both = () => [project.first, project.second]

/** The smallest picture there is. */
const picture = new File(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  'foto.png',
)

describe('all evidence of a project', () => {
  test('is narrowed by state, kind, day and activity', async () => {
    const { words, post, bring } = asking
    const id = await bring(scene.agent, {}, picture)
    await post(scene.secretariat, `${all}/${id}/verifikasi`)
    await bring(scene.agent, { proves_on: '2026-11-23', line_ids: both() }, minutes())
    await bring(scene.agent, { proves_on: '2026-10-10', link: 'https://pustaka.example/berita' })
    const foundBy = async (query: string) => {
      const page = await words(scene.head, `${all}?${query}`)
      return ['foto.png', 'notula.txt', 'berita'].filter((name) => page.includes(`${name}</a>`))
    }
    const asked: Record<string, string[]> = {
      'state=verified': ['foto.png'],
      'kind=picture': ['foto.png'],
      'kind=link': ['berita'],
      'kind=document': ['notula.txt'],
      'from=2026-11-21': ['notula.txt'],
      'until=2026-10-10': ['berita'],
      'from=2026-10-31&until=2026-10-01': ['berita'],
      [`line=${project.second}`]: ['notula.txt'],
      'state=apa&from=besok': ['foto.png', 'notula.txt', 'berita'],
    }
    for (const [query, found] of Object.entries(asked)) expect([query, await foundBy(query)]).toEqual([query, found])
  })

  test('takes as many queries with three pieces as with one, and so does the page of each', async () => {
    const { bring } = asking
    const count = async (at: string) => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(at, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const id = await bring(scene.agent, {}, minutes('satu'))
    const counts = async () => [await count(all), await count(`${all}/${id}`)]
    const one = await counts()
    for (const text of ['dua', 'tiga']) await bring(scene.agent, { line_ids: both() }, minutes(text))
    expect(await counts()).toEqual(one)
  })
})

describe('evidence beyond one page', () => {
  test('stands on the next page, of the project and of the activity, and keeps what was looked for', async () => {
    const { words } = asking
    const { accountId, personId } = scene.agent
    const pieces = Array.from({ length: pageSize + 1 }, (_, i) => ({
      ...{ id: randomUUIDv7(), projectId: project.id, name: `foto ke-${i + 1}.`, link: 'https://pustaka.example/foto' },
      ...{ provesOn: '2026-11-20', addedAt: new Date(now.getTime() + i * 1000), accountId, personId },
    }))
    await insert(scene.db, 'evidence', pieces).execute()
    const proved = pieces.map(({ id }) => ({ evidenceId: id, lineId: project.first }))
    await insert(scene.db, 'evidenceLine', proved).execute()
    for (const at of [`${all}?state=submitted`, `/proyek/${project.code}/laporan/${project.first}`]) {
      const first = await words(scene.head, at)
      expect([first.includes('foto ke-2.'), first.includes('foto ke-1.')]).toEqual([true, false])
      expect(first).toContain(`1–${pageSize} dari ${pageSize + 1}`)
      const next = (first.match(/href="([^"]+)" rel="next"/)?.[1] ?? '').replaceAll('&amp;', '&')
      expect(next.includes('state=submitted')).toBe(at.includes('state=submitted'))
      const second = await words(scene.head, next)
      expect([second.includes('foto ke-2.'), second.includes('foto ke-1.')]).toEqual([false, true])
    }
  })
})

describe('the page of a piece of evidence', () => {
  test('is shown as far as a browser shows it, and otherwise says so', async () => {
    const { words, bring } = asking
    const drawn = await bring(scene.agent, {}, picture)
    expect(await words(scene.head, `${all}/${drawn}`)).toMatch(/<img class="preview" src="\/berkas\//)
    later()
    const table = await bring(scene.agent, {}, minutes('a;b', 'hadir.csv'))
    expect(await words(scene.head, `${all}/${table}`)).toContain('Pratinjau tidak tersedia')
  })

  test('leads whoever looks at it to the next one that waits', async () => {
    const { words, post, bring } = asking
    const ids: string[] = []
    for (const name of ['satu', 'dua', 'tiga']) {
      ids.push(await bring(scene.agent, {}, minutes(name, `${name}.txt`)))
      later()
    }
    const [one, two, three] = ids
    expect(await words(scene.agent, `${all}/${one}`)).not.toContain('eviden lain menunggu')
    expect(await words(scene.secretariat, `${all}/${two}`)).toContain('2 eviden lain menunggu verifikasi')
    const goes = async (id: string | undefined) =>
      (await post(scene.secretariat, `${all}/${id}/verifikasi`)).headers.get('location')
    expect(await goes(two)).toBe(`${all}/${three}`)
    expect(await goes(three)).toBe(`${all}/${one}`)
    expect(await goes(one)).toBe(all)
  })
})
