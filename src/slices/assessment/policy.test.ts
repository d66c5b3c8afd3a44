import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { assessmentPolicy, mayBegin, readsVersions } from './policy.ts'

const assessment = { agencyId: 'agency', id: 'assessment', seatIds: ['seat', 'second'], projectIds: ['project'] }

const who = {
  admin: actor(['admin']),
  secretariat: actor(['secretariat']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  judge: actor([], ['judge', 'assessment']),
  'judge of another assessment': actor([], ['judge', 'other']),
  'judge who is of the secretariat': actor(['secretariat'], ['judge', 'assessment']),
  'agent of a judged project': actor([], ['agent', 'seat']),
  head: actor([], ['head', 'unit']),
  nobody: actor([]),
  'secretariat whose own project is judged': actor(['secretariat'], ['agent', 'second']),
  'leadership whose own project is judged': actor(['leadership'], ['agent', 'seat']),
  'secretariat who led a judged project to the last day': actor(['secretariat'], ['former-agent', 'second']),
  'leadership who led a judged project to the last day': actor(['leadership'], ['former-agent', 'seat']),
  'secretariat who led another to the last day': actor(['secretariat'], ['former-agent', 'elsewhere']),
  'secretariat in the team of a judged project': actor(['secretariat'], ['member', 'project']),
  'leadership in the team of a judged project': actor(['leadership'], ['member', 'project']),
  'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
}
type Who = keyof typeof who

/** Every act with those who may do it; everybody who is not named may not. */
const table: Record<keyof typeof assessmentPolicy, Who[]> = {
  read: [
    ...(['admin', 'secretariat', 'leadership', 'evaluator', 'judge', 'judge who is of the secretariat'] as const),
    ...(['secretariat whose own project is judged', 'leadership whose own project is judged'] as const),
    ...(['secretariat in the team of a judged project', 'leadership in the team of a judged project'] as const),
    ...([
      'secretariat who led a judged project to the last day',
      'secretariat who led another to the last day',
    ] as const),
    ...(['leadership who led a judged project to the last day'] as const),
  ],
  prepare: ['admin', 'secretariat', 'judge who is of the secretariat', 'secretariat who led another to the last day'],
  score: ['judge', 'judge who is of the secretariat'],
  decide: [
    ...(['admin', 'secretariat', 'leadership', 'judge who is of the secretariat'] as const),
    'secretariat who led another to the last day',
  ],
}

describe.each(Object.keys(table) as (keyof typeof table)[])('%s', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(assessmentPolicy, who[name], act, assessment)).toBe(table[act].includes(name))
  })
})

test('whoever runs the programme begins an assessment', () => {
  const names = (Object.keys(who) as Who[]).filter((name) => mayBegin(who[name]))
  expect(names.filter((name) => !/secretariat|admin/.test(name))).toEqual([])
  expect([mayBegin(who.leadership), mayBegin(who.judge)]).toEqual([false, false])
})

test('a sheet’s versions are read by the judge whose it is alone, whoever else looks at everything', () => {
  const own = (name: Who) => ({ ...who[name], personId: 'person' })
  const sheet = { agencyId: 'agency', judgeId: 'person' }
  expect(readsVersions(own('nobody'), sheet)).toBe(true)
  for (const name of ['admin', 'secretariat', 'judge'] as const)
    expect(readsVersions({ ...who[name], personId: 'another' }, sheet)).toBe(false)
  expect(readsVersions(own('secretariat of another agency'), sheet)).toBe(false)
})
