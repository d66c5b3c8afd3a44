import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { keepsAnything } from '#recording'
import { actor } from '#test/actor.ts'
import { type BagThing, bagPolicy } from './policy.ts'

const of = (scope: BagThing['scope'], projectId: string | null, programmeId: string | null): BagThing => ({
  agencyId: 'agency',
  scope,
  projectId,
  programmeId,
})
const things = {
  agency: of('agency', null, null),
  programme: of('programme', null, 'programme'),
  project: of('project', 'project', 'programme'),
}
type Thing = keyof typeof things

describe.each<[string, ReturnType<typeof actor>, Thing[], boolean]>([
  ['secretariat', actor(['secretariat']), ['agency', 'programme', 'project'], true],
  ['admin', actor(['admin']), ['agency', 'programme', 'project'], true],
  ['steward of the programme', actor([], ['steward', 'programme']), ['programme', 'project'], true],
  ['deputy of the programme', actor([], ['deputy', 'programme']), ['programme', 'project'], true],
  ['steward of the project', actor([], ['steward', 'project']), ['project'], true],
  ['steward of another', actor([], ['steward', 'other']), [], true],
  ['agent', actor([], ['agent', 'seat']), [], false],
  ['member of the team', actor([], ['member', 'project']), [], false],
  ['leadership', actor(['leadership']), [], false],
  ['evaluator', actor(['evaluator']), [], false],
  ['secretariat of another agency', { ...actor(['secretariat']), agencyId: 'elsewhere' }, [], true],
])('%s', (_, who, allowed, anything) => {
  test.each(Object.keys(bagPolicy) as (keyof typeof bagPolicy)[])('may %s bags of what they keep alone', (act) => {
    const may = (Object.keys(things) as Thing[]).filter((thing) => can(bagPolicy, who, act, things[thing]))
    expect(may).toEqual(allowed)
  })
  test('finds the page where there may be something', () => expect(keepsAnything(who)).toBe(anything))
})
