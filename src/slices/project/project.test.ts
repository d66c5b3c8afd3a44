import { describe, expect, test } from 'vitest'
import { act, returnPlan } from './action-plan.ts'
import { makePlan, makeProject } from './make-project.ts'
import {
  confirm,
  finish,
  isOver,
  mayBecome,
  type ProjectState,
  projectLife,
  sendBack,
  start,
  stop,
  titleOf,
} from './project.ts'
import { boundBy, projectStages, turnOf } from './turn.ts'

const now = new Date('2026-11-24T02:00:00Z')
const states: ProjectState[] = ['preparing', 'running', 'finished', 'closed', 'stopped']

describe('the life of a project', () => {
  test.each([
    ['preparing', ['start', 'stop']],
    ['running', ['finish', 'stop']],
    ['finished', ['sendBack', 'confirm']],
    ['closed', []],
    ['stopped', []],
  ] as [ProjectState, string[]][])('a project that is %s allows %j and nothing else', (state, allowed) => {
    const acts = Object.keys(projectLife) as (keyof typeof projectLife)[]
    expect(acts.filter((act) => mayBecome(state, act))).toEqual(allowed)
  })

  test('an agreed plan sets it going; a later version of the plan leaves it running', () => {
    expect(start(makeProject()).state).toBe('running')
    expect(start(makeProject({ state: 'running' })).state).toBe('running')
    expect(() => start(makeProject({ state: 'stopped', stoppedReason: 'x' }))).toThrow('conflict')
  })

  test('is stopped with a reason, and never once it is finished', () => {
    expect(stop(makeProject({ state: 'running' }), 'Unit dihapus.')).toMatchObject({
      state: 'stopped',
      stoppedReason: 'Unit dihapus.',
    })
    expect(() => stop(makeProject({ state: 'finished' }), 'x')).toThrow('tidak dapat dihentikan')
  })

  test('is finished by its agent, and then closed or running again by its head', () => {
    const finished = finish(makeProject({ state: 'running' }))
    expect([finished, sendBack(finished), confirm(finished)].map(({ state }) => state)).toEqual([
      'finished',
      'running',
      'closed',
    ])
    expect(() => confirm(makeProject({ state: 'running' }))).toThrow('belum dinyatakan selesai')
    expect(() => finish(finished)).toThrow('Hanya proyek yang sedang berjalan')
  })

  test('is over when it is closed or stopped', () => {
    expect(states.filter((state) => isOver({ state }))).toEqual(['closed', 'stopped'])
  })
})

describe('whose turn it is', () => {
  test.each([
    ['draft', 'preparing', 'agent'],
    ['returned', 'preparing', 'agent'],
    ['submitted', 'approval', 'head'],
    ['approved', 'verification', 'secretariat'],
    ['verified', 'presentation', 'secretariat'],
    ['agreed', 'running', 'agent'],
  ] as const)('with a plan that is %s it stands at %s and waits for the %s', (state, stage, who) => {
    const project = makeProject({ state: state === 'agreed' ? 'running' : 'preparing' })
    expect(turnOf(project, makePlan({ state }), now)).toMatchObject({ stage, who })
  })

  test('is since the day on which the last gate let it pass', () => {
    const approvedAt = new Date('2026-11-09T08:40:00Z')
    expect(turnOf(makeProject(), makePlan({ state: 'approved', approvedAt }), now).since).toBe(approvedAt)
  })

  test('is its agent’s while changes are asked for that were not done, then the secretariat’s', () => {
    const changesAskedAt = new Date('2026-11-20T03:00:00Z')
    const asked = makePlan({ state: 'verified', verifiedAt: now, changesAskedAt })
    const turn = { stage: 'presentation', who: 'agent', since: changesAskedAt }
    expect(turnOf(makeProject(), asked, now)).toEqual(turn)
    const done = { ...asked, changesDoneAt: new Date('2026-11-23T03:00:00Z') }
    expect(turnOf(makeProject(), done, now)).toEqual({ ...turn, who: 'secretariat', since: done.changesDoneAt })
    const returned = returnPlan(done, now)
    expect(turnOf(makeProject(), returned, now)).toEqual({ stage: 'preparing', who: 'agent', since: now })
    expect(turnOf(makeProject(), act(returned, 'submit', now), now).who).toBe('head')
  })

  test('is the head’s when its agent declared it finished, and nobody’s once it is over', () => {
    const plan = makePlan({ state: 'agreed', agreedAt: now })
    expect(turnOf(makeProject({ state: 'finished' }), plan, now)).toMatchObject({ stage: 'finishing', who: 'head' })
    expect(turnOf(makeProject({ state: 'closed' }), plan, now).who).toBe('nobody')
  })
})

test('a new version of the plan of a running project is bound by the last day of running, not of the first plan', () => {
  const days = (state: 'preparing' | 'running') => projectStages.map((stage) => boundBy({ state }, stage))
  expect(days('preparing')).toEqual(projectStages)
  expect(days('running')).toEqual(['running', 'running', 'running', 'running', 'running', 'finishing'])
})

test('a project without a title is still spoken of', () => {
  expect(titleOf({ title: '' })).toBe('Proyek tanpa judul')
})
