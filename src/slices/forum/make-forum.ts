import { randomUUIDv7 } from 'node:crypto'
import { insert } from '#db'
import type { Scene } from '#test/scene.ts'

/** The forum of a scene's programme, with somebody who chairs it. */
export async function makeForum({ db, programmeId, addActor }: Scene, name = 'Haris Munandar') {
  const forumId = randomUUIDv7()
  await insert(db, 'forum', { id: forumId, programmeId }).execute()
  const chair = await addActor(name, { relation: 'chair', thingId: forumId })
  return { forumId, chair }
}

/** A guideline with a published version and a draft that goes on from it. */
export async function makePublished({ db }: Pick<Scene, 'db'>, forumId: string) {
  const [id, first, second] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  await insert(db, 'guideline', { id, forumId }).execute()
  const version = { guidelineId: id, title: 'Pedoman teknis', since: new Date('2026-03-02T02:00:00Z') }
  await insert(db, 'guidelineVersion', [
    { ...version, id: first, version: 1, state: 'published', number: '1/2026', publishedOn: '2026-03-02' },
    { ...version, id: second, version: 2, state: 'draft', number: null, publishedOn: null },
  ]).execute()
  return { id, first, second }
}
