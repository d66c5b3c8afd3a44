import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { publicationPolicy } from './policy.ts'
import { agree, disagree, publish, takeBack, unpublished } from './publication.ts'

const now = new Date('2026-11-24T02:00:00Z')
const running = { state: 'running', agreedVersion: 2, title: 'Layanan rujukan' }
const none = unpublished('agency', 'project')
const agreed = agree(none, 'person', now)
const published = publish(agreed, running, now)

describe('publishing', () => {
  test('needs the agent’s agreement, and something to show', () => {
    expect(() => publish(none, running, now)).toThrow(/Agen belum setuju/)
    for (const state of ['preparing', 'stopped'])
      expect(() => publish(agreed, { ...running, state }, now)).toThrow(/^conflict/)
    for (const state of ['running', 'finished', 'closed']) {
      expect(publish(agreed, { ...running, state }, now).publishedAt).toEqual(now)
    }
    const later = new Date('2026-12-24T02:00:00Z')
    expect(publish(published, running, later)).toMatchObject({ publishedAt: later })
  })

  test('shows the plan that is agreed then, and remembers under which title it ended', () => {
    expect(published).toMatchObject({ planVersion: 2, lastTitle: null })
    for (const over of [takeBack(published, running, 'Ada data pribadi.'), disagree(published, running)])
      expect(over).toMatchObject({ planVersion: null, lastTitle: 'Layanan rujukan' })
    const back = takeBack(published, running, 'Ada data pribadi.')
    expect(disagree(back, { title: 'Judul baru' }).lastTitle).toBe('Layanan rujukan')
  })

  test('is over when the secretariat takes it back, and may begin anew', () => {
    const back = takeBack(published, running, 'Ada data pribadi.')
    expect(back).toMatchObject({ publishedAt: null, takenBack: 'Ada data pribadi.', agreedAt: now })
    expect(publish(back, { ...running, state: 'closed' }, now)).toMatchObject({ publishedAt: now, takenBack: null })
    expect(() => takeBack(back, running, 'Lagi.')).toThrow(/^conflict/)
  })

  test('is over at once when the agent no longer agrees', () => {
    expect(disagree(published, running)).toMatchObject({ agreedAt: null, publishedAt: null })
    expect(() => disagree(none, running)).toThrow(/^conflict/)
    expect(() => agree(agreed, 'person', now)).toThrow(/^conflict/)
  })
})

const project = { agencyId: 'agency', id: 'project', seatId: 'seat', unitId: 'unit', programmeId: 'programme' }
const who = {
  agent: actor([], ['agent', 'seat']),
  'agent of another seat': actor([], ['agent', 'other']),
  member: actor([], ['member', 'project']),
  head: actor([], ['head', 'unit']),
  steward: actor([], ['steward', 'programme']),
  secretariat: actor(['secretariat']),
  leadership: actor(['leadership']),
  nobody: actor([]),
}
type Who = keyof typeof who
const table: Record<keyof typeof publicationPolicy, Who[]> = {
  read: ['agent', 'member', 'head', 'steward', 'secretariat', 'leadership'],
  agree: ['agent'],
  disagree: ['agent'],
  publish: ['secretariat'],
  takeBack: ['secretariat'],
}

describe.each(Object.keys(table) as (keyof typeof table)[])('to %s', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(publicationPolicy, who[name], act, project)).toBe(table[act].includes(name))
  })
})
