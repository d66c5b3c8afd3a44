import { describe, expect, test } from 'vitest'
import { seesProjectOf } from '#follow-up'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import type { PlanState } from './action-plan.ts'
import {
  isAdvised,
  isOpenTo,
  mayBegin,
  type ProjectAct,
  type ProjectWithPlan,
  projectPolicy,
  readsProject,
} from './policy.ts'
import type { ProjectState } from './project.ts'

const projectIn = (state: PlanState, life: ProjectState = 'preparing'): ProjectWithPlan => ({
  agencyId: 'agency',
  id: 'project',
  seatId: 'seat',
  unitId: 'unit',
  programmeId: 'programme',
  state: life,
  plan: { state },
})

const who = {
  agent: actor([], ['agent', 'seat']),
  'agent of another seat': actor([], ['agent', 'other']),
  'agent to the last day': actor([], ['former-agent', 'seat']),
  'agent to the last day of another seat': actor([], ['former-agent', 'other']),
  head: actor([], ['head', 'unit']),
  'head of another unit': actor([], ['head', 'other']),
  member: actor([], ['member', 'project']),
  steward: actor([], ['steward', 'project']),
  'steward of the programme': actor([], ['steward', 'programme']),
  judge: actor([], ['judge', 'assessment']),
  secretariat: actor(['secretariat']),
  admin: actor(['admin']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
  nobody: actor([]),
  'secretariat whose own project it is': actor(['secretariat'], ['agent', 'seat']),
  'head who is its agent': actor([], ['head', 'unit'], ['agent', 'seat']),
  'secretariat who led it to the last day': actor(['secretariat'], ['former-agent', 'seat']),
  'head who led it to the last day': actor([], ['head', 'unit'], ['former-agent', 'seat']),
}
type Who = keyof typeof who

/** Whoever acts as the agent: it, or the secretariat in its place. */
const ofAgent: Who[] = [
  ...(['agent', 'secretariat', 'admin', 'secretariat whose own project it is', 'head who is its agent'] as const),
  'secretariat who led it to the last day',
]

/** Every act with those who may do it; everybody who is not named may not. */
const table: Record<keyof typeof projectPolicy, Who[]> = {
  read: [
    ...[
      'agent',
      'agent to the last day',
      'head',
      'member',
      'steward',
      'steward of the programme',
      'secretariat',
      'admin',
    ],
    ...['leadership', 'evaluator', 'secretariat whose own project it is', 'head who is its agent'],
    ...['secretariat who led it to the last day', 'head who led it to the last day'],
  ] as Who[],
  edit: ofAgent,
  submit: ofAgent,
  withdraw: ofAgent,
  revise: ofAgent,
  approve: ['head', 'secretariat', 'admin'],
  verify: ['secretariat', 'admin'],
  agree: ['secretariat', 'admin'],
  return: ['head', 'secretariat', 'admin'],
  team: ofAgent,
  finish: ofAgent,
  sendBack: ['head', 'secretariat', 'admin'],
  confirm: ['head', 'secretariat', 'admin'],
  stop: ofAgent.filter((name) => !['agent', 'head who is its agent'].includes(name)),
  integrate: ofAgent,
  decideIntegration: ['head', 'secretariat', 'admin'],
}

describe.each(Object.keys(table) as (keyof typeof table)[])('to %s a submitted plan’s project', (action) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(projectPolicy, who[name], action, projectIn('submitted'))).toBe(table[action].includes(name))
  })
})

test('once the head has let a plan pass, returning it is the secretariat’s alone', () => {
  expect(can(projectPolicy, who.head, 'return', projectIn('approved'))).toBe(false)
  expect(can(projectPolicy, who.secretariat, 'return', projectIn('approved'))).toBe(true)
})

describe('what is open to a person now', () => {
  const acts = Object.keys(table).filter((act) => act !== 'read') as ProjectAct[]
  const openTo = (name: Who, project: ProjectWithPlan) => acts.filter((act) => isOpenTo(who[name], act, project))

  test.each([
    ['agent', 'draft', ['edit', 'submit', 'team']],
    ['agent', 'submitted', ['withdraw', 'team']],
    ['agent', 'approved', ['team']],
    ['agent', 'returned', ['edit', 'submit', 'team']],
    ['head', 'draft', []],
    ['head', 'submitted', ['approve', 'return']],
    ['head', 'approved', []],
    ['secretariat', 'approved', ['verify', 'return', 'stop', 'team']],
    ['secretariat', 'verified', ['agree', 'return', 'stop', 'team']],
    ['leadership', 'submitted', []],
  ] as [Who, PlanState, ProjectAct[]][])('the %s, with a plan that is %s', (name, state, expected) => {
    expect(openTo(name, projectIn(state)).sort()).toEqual(expected.sort())
  })

  test('the agent of a running project may open a new version of its agreed plan, or declare it finished', () => {
    expect(openTo('agent', projectIn('agreed', 'running'))).toEqual(['revise', 'team', 'finish'])
  })

  test('an open version of the plan keeps a running project from being finished', () => {
    expect(openTo('agent', projectIn('draft', 'running'))).not.toContain('finish')
  })

  test('a finished project waits for its head, and its agent only says whether it was integrated', () => {
    expect(openTo('head', projectIn('agreed', 'finished'))).toEqual(['sendBack', 'confirm', 'decideIntegration'])
    expect(openTo('agent', projectIn('agreed', 'finished'))).toEqual(['integrate'])
    expect(openTo('head who is its agent', projectIn('agreed', 'finished'))).toEqual(['integrate'])
  })

  test('a closed project is open to nothing but its integration', () => {
    expect(openTo('agent', projectIn('agreed', 'closed'))).toEqual(['integrate'])
    expect(openTo('head', projectIn('agreed', 'closed'))).toEqual(['decideIntegration'])
    expect(openTo('leadership', projectIn('agreed', 'closed'))).toEqual([])
  })

  test('nothing once the project is over', () => {
    for (const name of Object.keys(who) as Who[]) expect(openTo(name, projectIn('draft', 'stopped'))).toEqual([])
  })
})

test.each([
  ['draft', ['agent', 'secretariat']],
  ['submitted', ['head', 'secretariat']],
  ['approved', ['secretariat']],
  ['verified', ['secretariat']],
  ['agreed', []],
] as [PlanState, Who[]][])('the advice on a plan that is %s is read by %j', (state, readers) => {
  const asked = ['agent', 'head', 'secretariat', 'leadership', 'evaluator', 'member'] as Who[]
  expect(asked.filter((name) => isAdvised(who[name], projectIn(state)))).toEqual(readers)
})

test.each([
  ['agent', true],
  ['secretariat', true],
  ['agent of another seat', false],
  ['head', false],
  ['secretariat of another agency', false],
] as [Who, boolean][])('beginning the project of a seat: %s, %s', (name, answer) => {
  expect(mayBegin(who[name], { agencyId: 'agency', id: 'seat' })).toBe(answer)
})

test.each(Object.entries(who).filter(([, { agencyId }]) => agencyId === 'agency'))(
  'a follow-up leads %s to its project exactly where the project opens',
  (_, reader) => {
    const { id: projectId, ...project } = projectIn('agreed')
    expect(seesProjectOf(reader, { ...project, projectId })).toBe(readsProject(reader, { ...project, id: projectId }))
  },
)
