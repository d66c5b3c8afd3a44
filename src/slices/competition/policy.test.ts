import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { type EntryPlace, entryPolicy, mayAim, mayEnter } from './policy.ts'

const entry: EntryPlace = {
  ...{ agencyId: 'agency', projectId: 'project', seatId: 'seat', unitId: 'unit' },
}

const who = {
  agent: actor([], ['agent', 'seat']),
  'agent to the last day': actor([], ['former-agent', 'seat']),
  'agent to the last day of another seat': actor([], ['former-agent', 'other']),
  'agent of another seat': actor([], ['agent', 'other']),
  member: actor([], ['member', 'project']),
  'member of another team': actor([], ['member', 'other']),
  head: actor([], ['head', 'unit']),
  'head of another unit': actor([], ['head', 'other']),
  judge: actor([], ['judge', 'assessment']),
  steward: actor([], ['steward', 'project']),
  secretariat: actor(['secretariat']),
  admin: actor(['admin']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  nobody: actor([]),
  'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
}
type Who = keyof typeof who

/** Every act with those who may do it; everybody who is not named may not. */
const table: Record<keyof typeof entryPolicy, Who[]> = {
  read: ['agent', 'agent to the last day', 'member', 'head', 'secretariat', 'admin', 'leadership', 'evaluator'],
  edit: ['agent', 'agent to the last day', 'member', 'secretariat', 'admin'],
  declare: ['secretariat', 'admin'],
  reopen: ['secretariat', 'admin'],
  send: ['secretariat', 'admin'],
  withdraw: ['secretariat', 'admin'],
  result: ['secretariat', 'admin'],
  tell: ['agent', 'agent to the last day', 'member', 'secretariat', 'admin'],
  remark: ['agent', 'agent to the last day', 'member', 'head', 'secretariat', 'admin'],
}

describe.each(Object.keys(table) as (keyof typeof table)[])('to %s an entry', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(entryPolicy, who[name], act, entry)).toBe(table[act].includes(name))
  })
})

test('only whoever runs the programme enters a project', () => {
  const names = (Object.keys(who) as Who[]).filter((name) => mayEnter(who[name], entry))
  expect(names).toEqual(['secretariat', 'admin'])
})

test('whoever makes a project says at which category it aims, and whoever runs the programme', () => {
  const project = { agencyId: entry.agencyId, id: entry.projectId, seatId: entry.seatId }
  const names = (Object.keys(who) as Who[]).filter((name) => mayAim(who[name], project))
  expect(names).toEqual(['agent', 'member', 'secretariat', 'admin'])
  expect(mayAim({ ...who.agent, agencyId: 'elsewhere' }, project)).toBe(false)
})
