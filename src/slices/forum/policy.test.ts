import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { named as actor } from '#test/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { listGuidelineVersions } from './guideline-store.ts'
import { makeForum, makePublished } from './make-forum.ts'
import { forumPolicy, guidelinePolicy, postPolicy } from './policy.ts'

const forum = { agencyId: 'agency', id: 'forum', seatIds: ['seat', 'second'] }

const who = {
  agent: actor('agent', [], ['agent', 'second']),
  'agent of another programme': actor('other', [], ['agent', 'elsewhere']),
  chair: actor('chair', [], ['chair', 'forum']),
  'chair of another forum': actor('chair', [], ['chair', 'another']),
  secretariat: actor('secretary', ['secretariat']),
  admin: actor('admin', ['admin']),
  leadership: actor('leader', ['leadership']),
  evaluator: actor('evaluator', ['evaluator']),
  head: actor('head', [], ['head', 'unit']),
  'member of a project': actor('member', [], ['member', 'project']),
  'secretariat of another agency': { ...actor('far', ['secretariat']), agencyId: 'elsewhere' },
  nobody: actor('nobody', []),
}
type Who = keyof typeof who

const leaders: Who[] = ['chair', 'secretariat', 'admin']
const members: Who[] = ['agent', ...leaders]
const readers: Who[] = [...members, 'leadership']
const everybody = (Object.keys(who) as Who[]).filter((name) => name !== 'secretariat of another agency')

/** Every act, with those who may do it; everybody who is not named may not. */
const inForum: Record<keyof typeof forumPolicy, Who[]> = {
  read: readers,
  write: members,
  moderate: leaders,
  nameChair: ['secretariat', 'admin'],
}
const toGuideline: Record<keyof typeof guidelinePolicy, Who[]> = {
  read: readers,
  write: members,
  approve: leaders,
  publish: ['secretariat', 'admin'],
}

describe.each(Object.keys(inForum) as (keyof typeof inForum)[])('in a forum, to %s', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(forumPolicy, who[name], act, forum)).toBe(inForum[act].includes(name))
  })
})

describe.each(Object.keys(toGuideline) as (keyof typeof toGuideline)[])('to %s a guideline', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(guidelinePolicy, who[name], act, { ...forum, isPublished: false })).toBe(toGuideline[act].includes(name))
    const once = act === 'read' ? everybody : toGuideline[act]
    expect(can(guidelinePolicy, who[name], act, { ...forum, isPublished: true })).toBe(once.includes(name))
  })
})

test('a post is edited by whoever wrote it, as long as they are a member', () => {
  const by = (accountId: string) => ({ ...forum, accountId })
  for (const name of Object.keys(who) as Who[]) {
    expect(can(postPolicy, who[name], 'edit', by('somebody'))).toBe(false)
    expect(can(postPolicy, who[name], 'edit', by(who[name].accountId))).toBe(members.includes(name))
  }
})

const database = await freshDatabase()

test('the list of guidelines holds what the policy lets one read, in one query for one row and for three', async () => {
  const scene = await makeScene(database)
  const { forumId, chair } = await makeForum(scene)
  const place = { agencyId: scene.agencyId, id: forumId, seatIds: [scene.seatId] }
  const measured: number[] = []
  for (const count of [1, 3]) {
    while ((await listGuidelineVersions(scene.db, scene.secretariat)).length < count * 2)
      await makePublished(scene, forumId)
    for (const asks of [scene.agent, chair, scene.secretariat, scene.leadership, scene.head, scene.stranger]) {
      const before = database.statements.length
      const rows = await listGuidelineVersions(scene.db, asks)
      measured.push(database.statements.length - before)
      const expected = [true, false].filter((isPublished) =>
        can(guidelinePolicy, asks, 'read', { ...place, isPublished }),
      )
      expect(rows).toHaveLength(expected.length * count)
    }
  }
  expect(new Set(measured)).toEqual(new Set([1]))
})
