import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { absencePolicy, presentationPolicy, sittingPolicy } from './policy.ts'

const slot = {
  ...{ agencyId: 'agency', projectId: 'project', seatId: 'seat', unitId: 'unit', programmeId: 'programme' },
  ...{ projectState: 'preparing' as const, planState: 'verified' as const },
}
const sitting = { agencyId: 'agency', slots: [slot], attendeeIds: ['attendee'] }

const who = {
  agent: actor([], ['agent', 'seat']),
  'agent of another seat': actor([], ['agent', 'other']),
  head: actor([], ['head', 'unit']),
  member: actor([], ['member', 'project']),
  steward: actor([], ['steward', 'programme']),
  judge: actor([], ['judge', 'assessment']),
  attendee: { ...actor([]), personId: 'attendee' },
  secretariat: actor(['secretariat']),
  admin: actor(['admin']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
  nobody: actor([]),
}
type Who = keyof typeof who
const names = Object.keys(who) as Who[]
const readers: Who[] = [
  ...(['agent', 'head', 'member', 'steward', 'judge'] as const),
  ...(['secretariat', 'admin', 'leadership', 'evaluator'] as const),
]

const ofSitting: Record<keyof typeof sittingPolicy, Who[]> = {
  read: [...readers, 'attendee'],
  change: ['secretariat', 'admin'],
  record: ['secretariat', 'admin'],
}
const ofPresentation: Record<keyof typeof presentationPolicy, Who[]> = {
  read: readers,
  attach: ['agent', 'secretariat', 'admin'],
  comment: ['secretariat', 'admin'],
}

describe.each(Object.keys(ofSitting) as (keyof typeof ofSitting)[])('to %s a sitting', (action) => {
  test.each(names)('%s', (name) => {
    expect(can(sittingPolicy, who[name], action, sitting)).toBe(ofSitting[action].includes(name))
  })
})

describe.each(Object.keys(ofPresentation) as (keyof typeof ofPresentation)[])('to %s a presentation', (action) => {
  test.each(names)('%s', (name) => {
    expect(can(presentationPolicy, who[name], action, slot)).toBe(ofPresentation[action].includes(name))
  })
})

describe('to say when somebody is away', () => {
  const own: Who[] = ['attendee', 'secretariat', 'admin']
  test.each(names)('%s', (name) => {
    const absence = { agencyId: 'agency', personId: 'attendee' }
    for (const act of ['read', 'note'] as const)
      expect(can(absencePolicy, who[name], act, absence)).toBe(own.includes(name))
  })
})
