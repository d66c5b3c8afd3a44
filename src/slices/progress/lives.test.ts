import { describe, expect, test } from 'vitest'
import { decideEvidence, type EvidenceAct, type EvidenceState, evidenceAllows, evidenceLife } from './evidence.ts'
import { makeEvidence, makeReport } from './make-progress.ts'
import {
  decideReport,
  type ProgressState,
  provingDayError,
  type ReportAct,
  refuseSuperseded,
  reportAllows,
  reportLife,
  reportObstacle,
} from './progress-report.ts'

const decision = { by: 'secretary', at: new Date('2026-04-20T02:00:00Z') }

describe('the life of a report', () => {
  const states: ProgressState[] = ['reported', 'verified', 'returned']
  const way: Record<ProgressState, Partial<Record<ReportAct, ProgressState>>> = {
    reported: { verify: 'verified', sendBack: 'returned' },
    verified: { sendBack: 'returned' },
    returned: { verify: 'verified' },
  }
  const acts = Object.keys(reportLife) as ReportAct[]

  test.each(states.flatMap((state) => acts.map((act) => [state, act] as const)))('%s, then %s', (state, act) => {
    const to = way[state][act]
    expect(reportAllows(state, act)).toBe(to !== undefined)
    const decide = () => decideReport(makeReport({ state }), act, decision, 'Angkanya berbeda.')
    if (to === undefined) expect(decide).toThrow('conflict')
    else expect(decide()).toMatchObject({ state: to, decidedBy: 'secretary', decidedAt: decision.at })
  })

  test('is over for one that a newer report has followed', () => {
    expect(() => refuseSuperseded({ id: 'old' }, 'new')).toThrow('lebih baru')
    expect(() => refuseSuperseded({ id: 'new' }, 'new')).not.toThrow()
  })
})

describe('the life of evidence', () => {
  const states: EvidenceState[] = ['submitted', 'verified', 'returned', 'withdrawn']
  const way: Record<EvidenceState, Partial<Record<EvidenceAct, EvidenceState>>> = {
    submitted: { verify: 'verified', sendBack: 'returned', withdraw: 'withdrawn' },
    verified: { sendBack: 'returned' },
    returned: { verify: 'verified', withdraw: 'withdrawn' },
    withdrawn: {},
  }
  const acts = Object.keys(evidenceLife) as EvidenceAct[]

  test.each(states.flatMap((state) => acts.map((act) => [state, act] as const)))('%s, then %s', (state, act) => {
    const to = way[state][act]
    expect(evidenceAllows(state, act)).toBe(to !== undefined)
    const decide = () => decideEvidence(makeEvidence({ state }), act, decision, 'Tidak terbaca.')
    if (to === undefined) expect(decide).toThrow('conflict')
    else expect(decide()).toMatchObject({ state: to, decidedBy: 'secretary' })
  })
})

test.each([
  ['running', true, null],
  ['running', false, 'Rencana belum ditetapkan'],
  ['preparing', false, 'Rencana belum ditetapkan'],
  ['finished', true, 'tidak sedang berjalan'],
  ['stopped', true, 'tidak sedang berjalan'],
])('of a %s project, plan agreed: %s', (state, hasBaseline, words) => {
  const obstacle = reportObstacle({ state }, hasBaseline)
  if (words === null) expect(obstacle).toBeNull()
  else expect(obstacle).toContain(words)
})

test.each([
  [null, false, null],
  [null, true, 'Isi tanggal'],
  ['2026-11-24', true, null],
  ['2026-11-25', true, 'setelah hari ini'],
  ['2026-11-25', false, 'setelah hari ini'],
])('the day %s that evidence (%s) proves', (day, hasEvidence, words) => {
  const wrong = provingDayError(day, hasEvidence, '2026-11-24')
  if (words === null) expect(wrong).toBeNull()
  else expect(wrong).toContain(words)
})
