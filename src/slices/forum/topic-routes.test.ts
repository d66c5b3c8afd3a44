import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, select } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { findForumOf } from './forum-store.ts'
import { makeForum } from './make-forum.ts'
import { listMentioned, listPosts, listTopics } from './topic-store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now, { files: makeFiles(freshFolder()) })
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
async function post(actor: Actor, at: string, body: Record<string, string> = {}, ...files: File[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}
const later = () => {
  now = new Date(now.getTime() + 60_000)
}
async function openTopic(text = 'Bagaimana mengukur nilai awal?') {
  const [id, postId] = [randomUUIDv7(), randomUUIDv7()]
  const answer = await post(scene.agent, `/forum/${forumId}/topik`, { id, post_id: postId, title: 'Nilai awal', text })
  expect(answer.status).toBe(303)
  later()
  return { id, postId, path: `/forum/topik/${id}` }
}

describe('a forum', () => {
  test('is opened once for a programme by the secretariat, with its chair from a day on', async () => {
    const other = await makeScene(database)
    const headers = async (actor: Actor) => other.headersOf(actor)
    const body = { id: randomUUIDv7(), programme_id: other.programmeId, person_id: other.stranger.personId ?? '' }
    const send = async (actor: Actor, more: Record<string, string> = {}) => {
      const form = new URLSearchParams({ ...body, from_on: '2026-11-24', ...more })
      return app.request('/forum', { method: 'POST', headers: await headers(actor), body: form })
    }
    expect((await send(other.agent)).status).toBe(403)
    expect((await send(other.secretariat, { from_on: '' })).status).toBe(422)
    for (const _ of [1, 2]) expect((await send(other.secretariat)).status).toBe(303)
    expect((await send(other.secretariat, { id: randomUUIDv7() })).status).toBe(409)
    expect(await findForumOf(other.db, other.programmeId)).toMatchObject({ id: body.id, seatIds: [other.seatId] })
    const page = await app.request('/forum', { headers: await headers(other.stranger) })
    expect(await page.text()).toContain('Yohanes Lewa')
  })

  test('gets another chair from a day on; not before the one who serves began', async () => {
    const { db } = scene
    const personId = scene.stranger.personId ?? ''
    const path = `/forum/${forumId}/ketua`
    const early = await post(scene.secretariat, path, { person_id: personId, from_on: '2020-01-01' })
    expect(early.status).toBe(422)
    expect((await post(chair, path, { person_id: personId, from_on: '2026-12-01' })).status).toBe(403)
    expect((await post(scene.secretariat, path, { person_id: personId, from_on: '2026-12-01' })).status).toBe(303)
    const rows = await select(db, 'standing').selectAll().where('thingId', '=', forumId).orderBy('fromOn').execute()
    expect(rows).toMatchObject([{ untilOn: '2026-11-30' }, { personId, fromOn: '2026-12-01', untilOn: null }])
    expect(await words(scene.secretariat, '/forum')).toContain('mulai 1 Desember 2026')
  })

  test('is read by its members and leadership; for others there is none', async () => {
    const { path } = await openTopic()
    for (const actor of [scene.agent, chair, scene.secretariat, scene.leadership])
      expect((await open(actor, path)).status).toBe(200)
    for (const actor of [scene.head, scene.stranger]) {
      expect((await open(actor, path)).status).toBe(404)
      expect(await words(actor, '/forum')).toContain('Tidak ada forum yang dapat Anda baca')
    }
    const answer = { id: randomUUIDv7(), text: 'Kami ikut.' }
    expect((await post(scene.leadership, `${path}/jawab`, answer)).status).toBe(403)
    expect((await open(scene.agent, '/forum/topik/x')).status).toBe(404)
  })
})

describe('a topic', () => {
  test('is opened once, however often its form is posted; what is missing is said beside its field', async () => {
    const form = { id: randomUUIDv7(), post_id: randomUUIDv7(), title: 'Judul', text: 'Isi' }
    for (const _ of [1, 2]) expect((await post(scene.agent, `/forum/${forumId}/topik`, form)).status).toBe(303)
    expect((await listPosts(scene.db, form.id)).rows).toHaveLength(1)
    const wrong = await post(scene.agent, `/forum/${forumId}/topik`, { ...form, title: '' })
    expect([wrong.status, (await wrong.text()).includes('Isi judul topik.')]).toEqual([422, true])
  })

  test('is unread for others until they mark it or answer, and never for its author', async () => {
    const { id, path } = await openTopic()
    const unread = async (actor: Actor) => (await listTopics(scene.db, forumId, actor.accountId)).rows[0]?.unread
    expect([await unread(scene.agent), await unread(chair), await unread(scene.leadership)]).toEqual([0, 1, 1])
    expect(await words(chair, path)).toContain('Tandai sudah dibaca')
    expect((await post(scene.leadership, `${path}/baca`)).status).toBe(303)
    expect((await post(scene.stranger, `${path}/baca`)).status).toBe(404)
    later()
    await post(chair, `${path}/jawab`, { id: randomUUIDv7(), text: 'Dari contoh.' })
    expect([await unread(scene.agent), await unread(chair), await unread(scene.leadership)]).toEqual([1, 0, 1])
    expect(await words(chair, path)).not.toContain('Tandai sudah dibaca')
    const [row] = (await listTopics(scene.db, forumId, chair.accountId)).rows
    expect(row).toMatchObject({ id, posts: 2, lastBy: 'Haris Munandar', authorName: 'Nadia Kusumastuti' })
  })

  test('that is marked from an old page keeps unread what came since', async () => {
    const { path } = await openTopic()
    const seen = new Date(now.getTime() - 1000).toISOString()
    await post(chair, `${path}/jawab`, { id: randomUUIDv7(), text: 'Dari contoh.' })
    later()
    await post(scene.leadership, `${path}/baca`, { until: seen })
    expect((await listTopics(scene.db, forumId, scene.leadership.accountId)).rows[0]?.unread).toBe(1)
  })

  test('is listed in a number of queries that does not grow with the topics', async () => {
    const counted = async () => {
      const before = database.statements.length
      await words(chair, '/forum')
      return database.statements.length - before
    }
    await openTopic()
    const one = await counted()
    for (const _ of [2, 3]) await openTopic()
    expect(await counted()).toBe(one)
  })

  test('is closed by its chair and takes no more posts; what was typed stays', async () => {
    const { path } = await openTopic()
    expect((await post(scene.agent, `${path}/tutup`)).status).toBe(403)
    expect((await open(chair, `${path}/tutup`)).status).toBe(200)
    expect((await post(chair, `${path}/tutup`)).status).toBe(303)
    expect((await post(chair, `${path}/tutup`)).status).toBe(409)
    const late = await post(scene.agent, `${path}/jawab`, { id: randomUUIDv7(), text: 'Terlambat menjawab' })
    expect(late.status).toBe(409)
  })
})

describe('a post', () => {
  test('is plain text: markup is shown as it was typed, addresses are links, members are marked', async () => {
    const { path, postId } = await openTopic('<b>Halo</b> @Haris Munandar, https://contoh.go.id/a.')
    const page = await words(chair, path)
    expect(page).toContain('&lt;b>Halo&lt;/b> ')
    expect(page).toContain('<span class="mention">@Haris Munandar</span>')
    expect(page).toContain('<a href="https://contoh.go.id/a" rel="nofollow noopener noreferrer">')
    expect(await listMentioned(scene.db, postId, 1)).toEqual([chair.personId])
  })

  test('is edited by its author alone, keeps its former texts, and notes only whom it newly mentions', async () => {
    const { path, postId } = await openTopic('Teks pertama @Haris Munandar')
    const edit = (actor: Actor, revision: string, text = 'Teks kedua @Haris Munandar @Sri Wahyuningtyas') =>
      post(actor, `/forum/kiriman/${postId}/ubah`, { text, revision })
    expect((await edit(chair, '1')).status).toBe(403)
    expect((await edit(scene.agent, '1')).status).toBe(303)
    expect(await listMentioned(scene.db, postId, 2)).toEqual([scene.secretariat.personId])
    const stale = await edit(scene.agent, '1', 'Teks ketiga')
    const both = await stale.text()
    expect([stale.status, both.includes('Teks ketiga'), both.includes('Teks kedua')]).toEqual([409, true, true])
    expect(await words(chair, path)).toContain('disunting')
    const history = await words(scene.leadership, `/forum/kiriman/${postId}/riwayat`)
    expect([history.includes('Teks pertama'), history.includes('Teks kedua')]).toEqual([true, true])
  })

  test('is hidden with a reason, with its files and its former texts, and shown again', async () => {
    const { path } = await openTopic()
    const id = randomUUIDv7()
    const note = new File(['Rahasia'], 'catatan.txt', { type: 'text/plain' })
    await post(scene.agent, `${path}/jawab`, { id, text: 'Isi yang kasar' }, note)
    const [file] = await listFilesOf(scene.db, 'topic', [id])
    const fileIn = async (actor: Actor) => (await open(actor, `/berkas/${file?.id}`)).status
    expect([await fileIn(scene.leadership), await fileIn(scene.stranger)]).toEqual([200, 404])
    const hide = `/forum/kiriman/${id}/sembunyikan`
    expect((await post(scene.agent, hide, { reason: 'Tidak suka' })).status).toBe(403)
    expect((await post(chair, hide, { reason: '' })).status).toBe(422)
    expect((await post(chair, hide, { reason: 'Menyerang pribadi' })).status).toBe(303)
    for (const actor of [scene.agent, scene.leadership]) {
      const page = await words(actor, path)
      expect(page).toContain('Disembunyikan oleh ketua forum: Menyerang pribadi')
      expect([page.includes('Isi yang kasar'), page.includes('catatan.txt')]).toEqual([false, false])
      expect([await fileIn(actor), (await open(actor, `/forum/kiriman/${id}/riwayat`)).status]).toEqual([404, 404])
    }
    expect(await words(chair, path)).toContain('Isi yang kasar')
    expect((await open(scene.agent, `/forum/kiriman/${id}/ubah`)).status).toBe(409)
    expect((await post(chair, `/forum/kiriman/${id}/tampilkan`)).status).toBe(303)
    expect(await words(scene.agent, path)).toContain('Isi yang kasar')
  })

  test('leaves no word of it in the journal', async () => {
    const { id, postId } = await openTopic('Kalimat yang hanya di forum')
    await post(chair, `/forum/kiriman/${postId}/sembunyikan`, { reason: 'Alasan yang hanya di forum' })
    const entries = await listEntriesOf(scene.db, [id])
    expect(entries.map(({ event, details }) => [event, details])).toEqual([
      ['topic.post-hidden', { forumId, postId }],
      ['topic.opened', { forumId, postId, revision: 1 }],
    ])
  })
})

test('another agency finds nothing of it', async () => {
  const { path } = await openTopic()
  const other = await makeScene(database)
  const headers = await other.headersOf(other.secretariat)
  expect((await app.request(path, { headers })).status).toBe(404)
  await insert(other.db, 'forum', { id: randomUUIDv7(), programmeId: other.programmeId }).execute()
  expect(await (await app.request('/forum', { headers })).text()).not.toContain('Nilai awal')
})
