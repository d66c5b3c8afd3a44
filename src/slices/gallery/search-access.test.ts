import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { insert, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { piecesOf } from './search.ts'
import { readSearch } from './search-address.ts'
import { mostSuggested } from './search-found-store.ts'
import { answer, suggest } from './search-view.ts'

const database = await freshDatabase()
const app = makeApp(database)

/** In the title of everything there is, so that one word would find it all. */
const common = 'bersamaan'
/** A word of each thing's own, unlike those of the others. */
const own = {
  ownProject: 'zamrud',
  otherProject: 'kuarsa',
  ownEvidence: 'delima',
  otherEvidence: 'topaz',
  publicFilm: 'mutiara',
  agencyFilm: 'safir',
  teamFilm: 'intan',
  otherTeamFilm: 'perunggu',
  published: 'kencana',
  draft: 'jintan',
  person: 'wulung',
}
type Name = keyof typeof own
const names = Object.keys(own) as Name[]
const titleOf = (name: Name) => `${common} ${own[name]}`

let scene: Scene
let actors: Record<string, Actor>
const addresses = {} as Record<Name, string>

beforeAll(async () => {
  scene = await makeScene(database)
  const { db, programmeId, agent } = scene
  const second = await scene.addSeat(2)
  const first = await makeRunningProject(db, scene, { code: 'b7k3m9q0', title: titleOf('ownProject') })
  const other = await makeRunningProject(
    db,
    { programmeId, ...second },
    { code: 'b7k3m9q1', title: titleOf('otherProject') },
  )
  addresses.ownProject = `/proyek/${first.code}`
  addresses.otherProject = `/proyek/${other.code}`
  const film = async (name: Name, projectId: string, access: 'public' | 'agency' | 'team') => {
    const code = `f7k3m9q${names.indexOf(name)}`.slice(0, 8)
    const said = { kind: 'film', title: titleOf(name), access, accountId: agent.accountId, createdAt: testNow } as const
    await insert(db, 'recording', { id: randomUUIDv7(), code, projectId, ...said }).execute()
    addresses[name] = `/dokumentasi/${code}`
  }
  await film('publicFilm', first.id, 'public')
  await film('agencyFilm', other.id, 'agency')
  await film('teamFilm', first.id, 'team')
  await film('otherTeamFilm', other.id, 'team')
  const evidence = async (name: Name, { id: projectId, code }: typeof first) => {
    const id = randomUUIDv7()
    const link = { link: 'https://instansi.example', provesOn: '2026-04-15', addedAt: testNow }
    await insert(db, 'evidence', { id, projectId, name: titleOf(name), accountId: agent.accountId, ...link }).execute()
    addresses[name] = `/proyek/${code}/eviden/${id}`
  }
  await evidence('ownEvidence', first)
  await evidence('otherEvidence', other)
  const [forumId, guidelineId] = [randomUUIDv7(), randomUUIDv7()]
  await insert(db, 'forum', { id: forumId, programmeId }).execute()
  await insert(db, 'guideline', { id: guidelineId, forumId }).execute()
  const version = (number: number, name: Name, more: object) => {
    addresses[name] = `/pedoman/${guidelineId}?versi=${number}`
    return { id: randomUUIDv7(), guidelineId, version: number, title: titleOf(name), since: testNow, ...more }
  }
  await insert(db, 'guidelineVersion', [
    version(1, 'published', { state: 'published', number: '1/2026', publishedOn: '2026-03-02' }),
    version(2, 'draft', { state: 'draft', number: null, publishedOn: null }),
  ]).execute()
  const named = await scene.addActor(titleOf('person'))
  addresses.person = `/orang/${named.personId}`
  const elsewhere = await makeScene(database)
  actors = {
    agent,
    head: scene.head,
    member: await scene.addActor('Wira', { relation: 'member', thingId: first.id }),
    steward: await scene.addActor('Ningsih', { relation: 'steward', thingId: other.id }),
    'steward of the programme': await scene.addActor('Tari', { relation: 'steward', thingId: programmeId }),
    judge: await scene.addActor('Gita', { relation: 'judge', thingId: first.id }),
    chair: await scene.addActor('Haris', { relation: 'chair', thingId: forumId }),
    'the person': named,
    stranger: scene.stranger,
    secretariat: scene.secretariat,
    leadership: scene.leadership,
    evaluator: await scene.addActor('Ratna', undefined, ['evaluator']),
    admin: await scene.addActor('Joko', undefined, ['admin']),
    'another agency’s secretariat': elsewhere.secretariat,
  }
})

const unmarked = ({ title }: { title: string }) =>
  piecesOf(title)
    .map(({ text }) => text)
    .join('')

const find = (actor: Actor, text: string, more = {}) =>
  answer({ db: { ...scene.db, agencyId: actor.agencyId }, actor }, readSearch({ q: text, ...more }))

const opened = new Map<Actor, Name[]>()

/** What the rooms themselves let this actor open. */
async function readable(actor: Actor): Promise<Name[]> {
  const known = opened.get(actor)
  if (known) return known
  const headers = await scene.headersOf(actor)
  const open = await Promise.all(names.map(async (name) => (await app.request(addresses[name], { headers })).status))
  const mine = names.filter((_, at) => open[at] === 200)
  opened.set(actor, mine)
  return mine
}

test('to each, search finds what its own room lets that one read, and counts nothing else', async () => {
  const seen = new Set<number>()
  for (const [who, actor] of Object.entries(actors)) {
    const mine = await readable(actor)
    const { total, details, counts } = await find(actor, common)
    const titles = details.map(unmarked)
    expect(titles.toSorted(), who).toEqual(mine.map(titleOf).toSorted())
    expect(total, who).toBe(mine.length)
    for (const facet of ['kind', 'access', 'stage', 'unit', 'year']) {
      const sum = counts.filter((one) => one.facet === facet).reduce((all, { count }) => all + count, 0)
      expect(sum, `${who}: ${facet}`).toBeLessThanOrEqual(mine.length)
    }
    const units = counts.filter(({ facet }) => facet === 'unit').map(({ label }) => label)
    if (!mine.some((name) => name.startsWith('other') || name === 'agencyFilm')) expect(units).not.toContain('Unit 2')
    seen.add(mine.length)
  }
  expect(seen.size).toBeGreaterThan(4)
})

test('neither suggestions nor spellings name a word of what the asker may not read', async () => {
  for (const [who, actor] of Object.entries(actors)) {
    const mine = await readable(actor)
    const asker = { db: { ...scene.db, agencyId: actor.agencyId }, actor }
    const suggested = await suggest(asker, common.slice(0, 6))
    expect(mine.map(titleOf), who).toEqual(expect.arrayContaining(suggested.map(({ title }) => title)))
    expect(suggested.length, who).toBe(Math.min(mine.length, mostSuggested))
    for (const name of ['ownProject', 'otherEvidence', 'teamFilm', 'draft'] as const) {
      const misspelt = `${own[name].slice(0, -1)}qu`
      const { instead, total } = await find(actor, misspelt)
      expect([instead, total], `${who}: ${name}`).toEqual(mine.includes(name) ? [own[name], 1] : [null, 0])
    }
  }
})

test('a code opens to those alone who may read its thing, and so does a narrowed search', async () => {
  const exact = async (actor: Actor, text: string) => (await find(actor, text)).exact.map(({ code }) => code)
  expect(await exact(scene.agent, 'B7K3M9Q0')).toEqual(['b7k3m9q0'])
  expect(await exact(scene.agent, 'b7k3m9q1')).toEqual([])
  expect(await exact(scene.stranger, 'b7k3m9q0')).toEqual([])
  const { total } = await find(scene.stranger, '', { jenis: 'eviden' })
  expect(total).toBe(0)
})

test('what was taken out, withdrawn or given up is found by nobody from that moment on', async () => {
  const { db, secretariat } = scene
  const total = async () => (await find(secretariat, common)).total
  expect(await total()).toBe(names.length)
  await update(db, 'recording')
    .set({ removedAt: testNow, removedBecause: 'salah' })
    .where('title', '=', titleOf('teamFilm'))
    .execute()
  await update(db, 'evidence')
    .set({ state: 'withdrawn', decidedAt: testNow, decidedBy: secretariat.accountId })
    .where('name', '=', titleOf('ownEvidence'))
    .execute()
  await update(db, 'person').set({ mergedIntoId: secretariat.personId }).where('name', '=', titleOf('person')).execute()
  expect(await total()).toBe(names.length - 3)
})

test('an entry that stayed behind finds nothing: its thing is asked', async () => {
  const { db, stranger } = scene
  const word = own.agencyFilm
  expect((await find(stranger, word)).total).toBe(1)
  await update(db, 'recording').set({ access: 'team' }).where('title', '=', titleOf('agencyFilm')).execute()
  // As a trigger that did not run would leave it.
  await update(db, 'searchEntry').set({ access: 'agency' }).where('title', '=', titleOf('agencyFilm')).execute()
  expect((await find(stranger, word)).total).toBe(0)
})

test('entries are what they would be if they were made anew', async () => {
  const all = () =>
    database.query.selectFrom('searchEntry').selectAll().orderBy('thingId').orderBy('isPublic').execute()
  await update(scene.db, 'searchEntry').set({ access: 'team' }).where('title', '=', titleOf('agencyFilm')).execute()
  const kept = await all()
  await database.pool.query('select search_anew()')
  expect(await all()).toEqual(kept)
  expect(kept.length).toBeGreaterThan(names.length)
})
