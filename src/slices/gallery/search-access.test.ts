import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { insert, select, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import type { FacetCount } from './facet.ts'
import { piecesOf } from './search.ts'
import { readSearch } from './search-address.ts'
import { mostSuggested } from './search-found-store.ts'
import type { Asker } from './search-store.ts'
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
/** What everybody may read of `ownProject`, word by word, and what nobody without an account may. */
const shownWords = { title: own.ownProject, initiative: 'akik', activity: 'ametis', output: 'nilam', indicator: 'opal' }
const hiddenWords = { inCharge: 'kalimaya', resources: 'pirus', risk: 'giok', later: 'biduri', film: own.teamFilm }
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
  await addPlan(first.planId, shownWords)
  const aims = { areaCodes: ['pengawasan', 'tatalaksana'], targetCodes: ['bersih'] }
  await update(db, 'projectSummary').set(aims).where('projectId', '=', first.id).execute()
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

/** Rows of a plan of these words; it is agreed with them. */
async function addPlan(planId: string, { initiative, activity, output, indicator }: Omit<typeof shownWords, 'title'>) {
  const { db } = scene
  const [initiativeId, id] = [randomUUIDv7(), randomUUIDv7()]
  const row = { planId, position: 1 }
  await insert(db, 'initiative', { ...row, id: initiativeId, lineId: initiativeId, title: initiative }).execute()
  const { inCharge, resources, risk } = hiddenWords
  const words = { title: activity, output, indicator, inCharge, resources, risk }
  await insert(db, 'activity', { ...row, ...words, id, lineId: id, initiativeId }).execute()
  await update(db, 'actionPlan').set({ state: 'agreed' }).where('id', '=', planId).execute()
}

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

test('what a project does is found by whoever may read it, and its persons, resources and risks by nobody', async () => {
  for (const [who, actor] of Object.entries(actors)) {
    const mine = (await readable(actor)).includes('ownProject')
    for (const word of [shownWords.initiative, shownWords.activity, shownWords.output, shownWords.indicator])
      expect((await find(actor, word)).total, `${who}: ${word}`).toBe(mine ? 1 : 0)
    for (const word of [hiddenWords.inCharge, hiddenWords.resources, hiddenWords.risk])
      expect((await find(actor, word)).total, `${who}: ${word}`).toBe(0)
  }
  const { details } = await find(scene.agent, shownWords.activity)
  expect(details[0]?.passage).toContain(shownWords.activity)
})

test('without an account the words of the public page are found, once and as long as it is public, and no others', async () => {
  const { db, agent } = scene
  const ask = (text: string) => answer({ db: database, actor: null, now: testNow }, readSearch({ q: text }))
  const foundBy = async (words: object) => {
    const found: string[] = []
    for (const [what, word] of Object.entries(words)) if ((await ask(word)).total > 0) found.push(what)
    return found
  }
  expect(await foundBy({ ...shownWords, ...hiddenWords })).toEqual([])
  const { id } = await select(db, 'project').select('id').where('code', '=', 'b7k3m9q0').executeTakeFirstOrThrow()
  const said = { projectId: id, agreedAt: testNow, agreedById: agent.personId, planVersion: 1 }
  await insert(db, 'publication', { ...said, publishedAt: testNow }).execute()
  // A later version is the office's until it is published again.
  const later = { id: randomUUIDv7(), projectId: id, version: 2, reason: 'Diperluas', agreedAt: testNow } as const
  await update(db, 'actionPlan')
    .set({ state: 'superseded', supersededAt: testNow })
    .where('projectId', '=', id)
    .execute()
  await insert(db, 'actionPlan', { ...later, state: 'verified', verifiedAt: testNow }).execute()
  const others = { initiative: 'x', output: 'x', indicator: 'x' }
  await addPlan(later.id, { ...others, activity: hiddenWords.later })
  expect(await foundBy(shownWords)).toEqual(Object.keys(shownWords))
  expect(await foundBy(hiddenWords)).toEqual([])
  const shown = await (await app.request('/galeri/b7k3m9q0')).text()
  for (const word of Object.values(shownWords)) expect(shown).toContain(word)
  for (const word of Object.values(hiddenWords)) expect(shown).not.toContain(word)
  expect((await ask(shownWords.output)).details[0]?.passage).toContain(shownWords.output)
  expect((await find(agent, hiddenWords.later)).total).toBe(1)
  expect((await find(agent, shownWords.output)).total).toBe(0)
  // Each choice leaves as much as it says, for everybody as for the office.
  for (const asker of [
    { db: database, actor: null, now: testNow },
    { db, actor: scene.secretariat },
  ] as Asker[]) {
    const { counts } = await answer(asker, readSearch({ q: common }))
    expect(counts.length).toBeGreaterThan(3)
    for (const { facet, key, count } of counts) {
      const search = { ...readSearch({ q: common }), chosen: { [facet]: key } }
      const narrowed = await answer(asker, search)
      expect([facet, key, narrowed.total]).toEqual([facet, key, count])
      const of = (some: FacetCount[]) => new Set(some.filter((one) => one.facet === facet))
      expect(of(narrowed.counts)).toEqual(of(counts))
    }
  }
  await update(db, 'publication').set({ publishedAt: null, takenBack: 'keliru' }).where('projectId', '=', id).execute()
  expect(await foundBy(shownWords)).toEqual([])
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
