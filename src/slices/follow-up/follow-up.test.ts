import { describe, expect, test } from 'vitest'
import {
  change,
  close,
  drop,
  type FollowUp,
  type FollowUpAct,
  finish,
  followUpAllows,
  followUpLife,
  isPending,
  reopen,
} from './follow-up.ts'

const now = new Date('2026-11-24T02:00:00Z')
const followUp = (state: FollowUp['state']): FollowUp => ({
  agencyId: 'agency',
  id: 'follow-up',
  programmeId: 'programme',
  projectId: 'project',
  seatId: 'seat',
  unitId: 'unit',
  source: 'sitting',
  sourceId: 'sitting',
  origin: '',
  what: 'Lampirkan data waktu jawab',
  ownerId: 'owner',
  ownerUnitId: 'unit',
  dueOn: '2026-11-20',
  state,
  outcome: '',
  doneAt: state === 'done' || state === 'closed' ? now : null,
  closedAt: state === 'closed' ? now : null,
  remark: '',
  toldSteps: 2,
  revision: 1,
})
const done: Record<FollowUpAct, (one: FollowUp) => FollowUp> = {
  finish: (one) => finish(one, 'Sudah dilampirkan.', now),
  close: (one) => close(one, now),
  reopen: (one) => reopen(one, 'Belum lengkap.'),
  change: (one) => change(one, { ownerId: 'another', dueOn: '2026-12-01' }),
  drop: (one) => drop(one, 'Tidak diperlukan lagi.'),
}
const acts = Object.keys(followUpLife) as FollowUpAct[]
const states = ['open', 'done', 'closed', 'dropped'] as const

describe('the life of a follow-up', () => {
  test.each(states.flatMap((state) => acts.map((act) => [state, act] as const)))('%s: %s', (state, act) => {
    if (!followUpAllows(state, act)) return expect(() => done[act](followUp(state))).toThrow(/^conflict: .+\.$/)
    expect(done[act](followUp(state)).state).toBe(followUpLife[act].to)
  })

  test('one that is sent back is open again, with the remark, and no longer done', () => {
    expect(reopen(followUp('closed'), 'Belum lengkap.')).toMatchObject({
      doneAt: null,
      closedAt: null,
      remark: 'Belum lengkap.',
    })
  })

  test('one whose owner or due day is corrected is told of anew when it is late', () => {
    const corrected = { ownerId: 'another', dueOn: '2026-12-01', toldSteps: 0 }
    expect(change(followUp('open'), { ownerId: 'another', dueOn: '2026-12-01' })).toMatchObject(corrected)
  })

  test('a gate waits for those that are open or done, not for those that are closed or dropped', () => {
    expect(states.filter((state) => isPending({ state }))).toEqual(['open', 'done'])
  })
})
