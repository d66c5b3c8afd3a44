import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert } from '#db'
import type { Actor } from '#kit/actor.ts'
import { pageSize } from '#kit/list.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { postsOnPage } from './forum.ts'
import { makeForum } from './make-forum.ts'
import { listTopics } from './topic-store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
let scene: Scene
let forumId: string
let chair: Actor

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  ;({ forumId, chair } = await makeForum(scene))
})

const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const words = async (actor: Actor, at: string) => (await open(actor, at)).text()
async function post(actor: Actor, at: string, body: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  return app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}

describe('a topic longer than a page', () => {
  const size = postsOnPage
  /** A topic with so many posts, the first by the agent and the others by its chair, a second apart. */
  async function makeLong(posts: number) {
    const [id, postId] = [randomUUIDv7(), randomUUIDv7()]
    const path = `/forum/topik/${id}`
    const first = { id, post_id: postId, title: 'Nilai awal', text: 'Kiriman nomor 1.' }
    expect((await post(scene.agent, `/forum/${forumId}/topik`, first)).status).toBe(303)
    now = new Date(now.getTime() + 1000)
    const rest = Array.from({ length: posts - 1 }, (_, i) => ({
      id: randomUUIDv7(),
      topicId: id,
      text: `Kiriman nomor ${i + 2}.`,
      postedAt: new Date(now.getTime() + i * 1000),
      accountId: chair.accountId,
      personId: chair.personId,
    }))
    if (rest.length > 0) await insert(scene.db, 'post', rest).execute()
    now = new Date(now.getTime() + posts * 1000)
    return { id, path, ids: [postId, ...rest.map((one) => one.id)] }
  }
  const goesTo = async (actor: Actor, at: string) => (await open(actor, at)).headers.get('location')

  test('is read page by page; where none is, there is nothing', async () => {
    const { path } = await makeLong(size + 1)
    const first = await words(scene.agent, path)
    expect([first.includes(`nomor ${size}.`), first.includes(`nomor ${size + 1}.`)]).toEqual([true, false])
    expect(first).toContain(`1–${size} dari ${size + 1}`)
    const second = await words(scene.agent, `${path}?halaman=2`)
    expect([second.includes(`nomor ${size}.`), second.includes(`nomor ${size + 1}.`)]).toEqual([false, true])
    expect((await open(scene.agent, `${path}?halaman=3`)).status).toBe(404)
  })

  test('that fits on one page shows no pages', async () => {
    const { path } = await makeLong(size)
    expect(await words(scene.agent, path)).not.toContain('Halaman daftar')
  })

  test('is entered at a post: on the page that holds it', async () => {
    const { path, ids } = await makeLong(size + 1)
    const at = (n: number) => `/forum/kiriman/${ids[n - 1]}`
    expect(await goesTo(scene.agent, at(1))).toBe(`${path}#kiriman-${ids[0]}`)
    expect(await goesTo(scene.agent, at(size))).toBe(`${path}#kiriman-${ids[size - 1]}`)
    expect(await goesTo(scene.agent, at(size + 1))).toBe(`${path}?halaman=2#kiriman-${ids[size]}`)
    expect((await open(scene.stranger, at(1))).status).toBe(404)
    expect(await words(scene.agent, '/forum')).toContain(`href="/forum/kiriman/${ids[1]}"`)
  })

  test('takes an answer from any page and leads to where it stands; what is refused comes back there', async () => {
    const { path } = await makeLong(size)
    const id = randomUUIDv7()
    const sent = await post(scene.agent, `${path}/jawab`, { id, text: 'Jawaban terakhir' })
    expect(sent.headers.get('location')).toBe(`${path}?halaman=2#kiriman-${id}`)
    expect(await words(scene.agent, `${path}?halaman=2`)).toContain(`action="${path}/jawab?halaman=2"`)
    const wrong = await post(scene.agent, `${path}/jawab?halaman=2`, { id: randomUUIDv7(), text: '' })
    expect([wrong.status, (await wrong.text()).includes('Jawaban terakhir')]).toEqual([422, true])
  })

  test('is marked until the last post of the page that was read; what follows stays unread', async () => {
    const { path } = await makeLong(size + 2)
    const unread = async () => (await listTopics(scene.db, forumId, scene.agent.accountId)).rows[0]
    const page = await words(scene.agent, path)
    const until = page.match(/name="until" value="([^"]+)"/)?.[1] ?? ''
    const marked = await post(scene.agent, `${path}/baca`, { until })
    expect(marked.headers.get('location')).toBe(path)
    expect(await unread()).toMatchObject({ unread: 2 })
    expect(await words(scene.agent, path)).not.toContain('Tandai sudah dibaca')
    expect(await words(scene.agent, `${path}?halaman=2`)).toContain('Tandai sudah dibaca')
  })

  test('takes as many queries with three posts as with one, and as many for an address of a post', async () => {
    const counted = async (at: string) => {
      const before = database.statements.length
      await open(chair, at)
      return database.statements.length - before
    }
    const [short, long] = [await makeLong(1), await makeLong(3)]
    expect(await counted(long.path)).toBe(await counted(short.path))
    expect(await counted(`/forum/kiriman/${long.ids[2]}`)).toBe(await counted(`/forum/kiriman/${short.ids[0]}`))
  })
})

test('more topics than a page takes stand on the next', async () => {
  const { accountId, personId } = scene.agent
  const topics = Array.from({ length: pageSize + 1 }, (_, i) => ({
    id: randomUUIDv7(),
    forumId,
    title: `Topik ke-${i + 1}.`,
    openedAt: new Date(now.getTime() + i * 1000),
    accountId,
    personId,
  }))
  await insert(scene.db, 'topic', topics).execute()
  const posts = topics.map((one) => ({ id: randomUUIDv7(), topicId: one.id, text: 'Isi', postedAt: one.openedAt }))
  const said = posts.map((one) => ({ ...one, accountId, personId }))
  await insert(scene.db, 'post', said).execute()
  const first = await words(chair, '/forum')
  expect([first.includes('Topik ke-2.'), first.includes('Topik ke-1.')]).toEqual([true, false])
  const next = first.match(/href="(\/forum\?program=[^"]+halaman=2)"/)?.[1] ?? ''
  const second = await words(chair, next.replaceAll('&amp;', '&'))
  expect([second.includes('Topik ke-2.'), second.includes('Topik ke-1.')]).toEqual([false, true])
})
