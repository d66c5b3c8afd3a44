import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { select } from '#db'
import {
  approveGuideline,
  beginGuideline,
  discussGuideline,
  editPost,
  openForum,
  openTopic,
  publishGuideline,
  writeSection,
} from '#forum'
import { findEntry } from '#journal'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { noticeJobs } from './jobs.ts'

const moment = { now: new Date('2026-03-02T02:00:00Z'), today: '2026-03-02' }
const published: string[] = []
const database = await freshDatabase({ publish: async (_, __, { entryId }) => void published.push(entryId) })
let scene: Scene
let forumId: string

beforeEach(async () => {
  scene = await makeScene(database)
  forumId = randomUUIDv7()
  const { db, secretariat, programmeId, stranger } = scene
  const chair = { personId: stranger.personId ?? '', fromOn: '2026-03-01' }
  await openForum(db, secretariat, { id: forumId, programmeId, ...chair }, moment)
  published.length = 0
})

/** What the job tells, twice, since a job may be answered again: to whom, and the words. */
async function told(): Promise<{ personId: string | null; sentence: string }[]> {
  for (const id of published.splice(0)) {
    const entry = await findEntry(scene.db, id)
    for (const job of noticeJobs)
      if (entry && job.events.includes(entry.event))
        for (const _ of [1, 2]) await job.answer(scene.db, entry, moment.now, undefined)
  }
  return select(scene.db, 'notice').select(['personId', 'sentence']).orderBy('id').execute()
}

test('whoever is mentioned is told once, an edit tells whom it newly mentions, and nobody of themselves', async () => {
  const { db, agent, secretariat, stranger } = scene
  const [id, postId] = [randomUUIDv7(), randomUUIDv7()]
  const post = { id: postId, text: 'Mohon arahan @Yohanes Lewa dan @Nadia Kusumastuti', files: [] }
  await openTopic(db, agent, forumId, { id, title: 'Nilai awal', post }, moment)
  const sentence = 'Nadia Kusumastuti menyebut Anda dalam topik “Nilai awal”.'
  expect(await told()).toEqual([{ personId: stranger.personId, sentence }])
  const text = 'Mohon arahan @Yohanes Lewa dan @Sri Wahyuningtyas'
  await editPost(db, agent, postId, { text, revision: 1 }, moment)
  expect((await told()).map(({ personId }) => personId)).toEqual([stranger.personId, secretariat.personId])
})

test('the agents of the programme are told of a guideline that is published', async () => {
  const { db, agent, secretariat, stranger } = scene
  const id = randomUUIDv7()
  await beginGuideline(db, agent, { id, forumId, title: 'Pedoman teknis' }, moment)
  await writeSection(db, agent, id, { id: randomUUIDv7(), heading: 'Maksud', text: 'Bagi agen.' }, moment)
  await discussGuideline(db, agent, id, { revision: 1 }, moment)
  const chair = { ...stranger, standings: [{ relation: 'chair' as const, thingId: forumId }] }
  await approveGuideline(db, chair, id, { revision: 2 }, moment)
  expect(await told()).toEqual([])
  const published = { number: '3/2026', publishedOn: '2026-03-02', revision: 3 }
  await publishGuideline(db, secretariat, id, published, moment)
  expect(await told()).toMatchObject([{ personId: agent.personId }])
})
