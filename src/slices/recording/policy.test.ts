import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { documentationPolicy, type Place, type RecordingAct, recordingPolicy } from './policy.ts'

const place: Place = { agencyId: 'agency', id: 'project', seatId: 'seat', unitId: 'unit', programmeId: 'programme' }
const kept = { agencyId: 'agency', access: 'agency', removedAt: null, place } as const
const teamOnly = { ...kept, access: 'team' } as const
const takenOut = { ...kept, removedAt: new Date('2026-11-20T02:00:00Z') }

const who = {
  agent: actor([], ['agent', 'seat']),
  'agent of another seat': actor([], ['agent', 'other']),
  member: actor([], ['member', 'project']),
  head: actor([], ['head', 'unit']),
  judge: actor([], ['judge', 'assessment']),
  steward: actor([], ['steward', 'project']),
  deputy: actor([], ['deputy', 'project']),
  'steward of the programme': actor([], ['steward', 'programme']),
  'steward of another project': actor([], ['steward', 'other']),
  secretariat: actor(['secretariat']),
  admin: actor(['admin']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
  nobody: actor([]),
}
type Who = keyof typeof who
const everybody = Object.keys(who) as Who[]
const ours = everybody.filter((name) => name !== 'secretariat of another agency')
const keepers: Who[] = ['steward', 'deputy', 'steward of the programme', 'secretariat', 'admin']
const makers: Who[] = ['agent', 'member', ...keepers]

/** Who may do it while the recording is kept, and who once it was taken out: then those alone who see it. */
const table: Record<RecordingAct, [Who[], Who[]]> = {
  read: [ours, keepers],
  change: [makers, keepers],
  readPapers: [[...makers, 'leadership', 'evaluator'], keepers],
  takeOut: [keepers, keepers],
  process: [keepers, keepers],
  bringBack: [keepers, keepers],
  vouch: [keepers, keepers],
}
describe.each(Object.entries(table) as [RecordingAct, [Who[], Who[]]][])('to %s', (act, [whenKept, whenTakenOut]) => {
  test.each(everybody)('%s', (name) => {
    expect(can(recordingPolicy, who[name], act, kept)).toBe(whenKept.includes(name))
    expect(can(recordingPolicy, who[name], act, takenOut)).toBe(whenTakenOut.includes(name))
  })
})

test.each(everybody)('%s reads what is for the people of its project, or not', (name) => {
  const readers: Who[] = [...makers, 'head', 'leadership', 'evaluator']
  expect(can(recordingPolicy, who[name], 'read', teamOnly)).toBe(readers.includes(name))
})

test.each(everybody)('%s may add, keep and name a steward, or not', (name) => {
  expect(can(documentationPolicy, who[name], 'add', place)).toBe(makers.includes(name))
  expect(can(documentationPolicy, who[name], 'keep', place)).toBe(keepers.includes(name))
  expect(can(documentationPolicy, who[name], 'read', place)).toBe(can(recordingPolicy, who[name], 'read', teamOnly))
  expect(can(documentationPolicy, who[name], 'nameSteward', place)).toBe(['secretariat', 'admin'].includes(name))
})
