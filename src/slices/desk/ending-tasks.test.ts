import { describe, expect, test } from 'vitest'
import { type EntryListRow, editionOf } from '#competition'
import type { Actor } from '#kit/actor.ts'
import { assessmentsWaiting, entriesWaiting, guidelinesWaiting } from './ending-tasks.ts'

const actor = (but: Partial<Actor> = {}): Actor => ({
  agencyId: 'agency',
  accountId: 'account',
  personId: 'person',
  unitId: 'unit',
  roles: [],
  standings: [],
  ...but,
})
const people = {
  secretariat: actor({ roles: ['secretariat'] }),
  leadership: actor({ roles: ['leadership'] }),
  chair: actor({ standings: [{ relation: 'chair', thingId: 'forum' }] }),
  'other chair': actor({ standings: [{ relation: 'chair', thingId: 'other' }] }),
  agent: actor({ standings: [{ relation: 'agent', thingId: 'seat' }] }),
  member: actor({ standings: [{ relation: 'member', thingId: 'project' }] }),
  evaluator: actor({ roles: ['evaluator'] }),
}
type Who = keyof typeof people
const everybody = Object.keys(people) as Who[]
/** Whom it waits for. */
const whoHas = (waits: (who: Actor) => unknown[]) => everybody.filter((who) => waits(people[who]).length > 0)

test.each<[string, 'preparing' | 'open' | 'decided', number, Who[]]>([
  ['in preparation', 'preparing', 0, ['secretariat']],
  ['open with a sheet missing', 'open', 1, []],
  ['open with all sheets in', 'open', 0, ['secretariat', 'leadership']],
  ['decided', 'decided', 0, []],
])('an assessment %s waits for whoever has the next act', (_, state, missingCount, expected) => {
  const row = {
    ...{ agencyId: 'agency', id: 'a', programmeId: 'programme', programmeName: '2026', title: 'Penilaian', state },
    ...{
      rubricName: 'Rubrik',
      rubricId: null,
      perProject: null,
      openedAt: null,
      closedReason: '',
      announcedAt: null,
      revision: 1,
      projectCount: 1,
      missingCount,
      chosenTitle: null,
    },
  }
  expect(whoHas((who) => assessmentsWaiting(who, [row]))).toEqual(expected)
})

test.each<['draft' | 'discussed' | 'approved' | 'published', Who[]]>([
  ['draft', []],
  ['discussed', ['secretariat', 'chair']],
  ['approved', ['secretariat']],
  ['published', []],
])('a guideline that is %s waits for whoever has the next act', (state, expected) => {
  const row = {
    ...{ agencyId: 'agency', id: 'v', guidelineId: 'g', version: 1, title: 'Pedoman', state, remark: '' },
    ...{ since: new Date(0), number: null, publishedOn: null, revision: 1, programmeName: '2026', forumId: 'forum' },
  }
  expect(whoHas((who) => guidelinesWaiting(who, [row]))).toEqual(expected)
})

const entryRow = (but: Partial<EntryListRow> = {}): EntryListRow => {
  const form = editionOf('2023-umum')
  if (!form) throw new Error('no edition')
  return {
    ...{
      agencyId: 'agency',
      id: 'e',
      code: 'b7k3m9qt',
      projectId: 'project',
      seatId: 'seat',
      unitId: 'unit',
      lastAgentId: null,
      programmeUntilOn: '2026-12-31',
    },
    ...{ unitName: 'Unit', edition: '2023-umum', state: 'draft', title: 'Satu meja', startedOn: null, startProof: '' },
    ...{ closingOn: '2026-12-01', category: null, videoUrl: '', goals: [], checked: [], readyAt: null, sentOn: null },
    ...{
      sentNumber: '',
      withdrawnAt: null,
      withdrawnReason: '',
      revision: 1,
      changedAt: new Date(0),
      projectCode: 'b7k3m9qp',
      projectTitle: 'Satu meja',
    },
    ...{
      isPublicService: true,
      openRemarks: 0,
      filled: 0,
      told: [],
      form,
      editionVersion: null,
      recordingId: null,
      extra: {},
    },
    draftSince: new Date(0),
    ...but,
  }
}
const today = '2026-11-24'

test.each<['draft' | 'ready' | 'sent', Who[]]>([
  ['draft', ['agent', 'member']],
  ['ready', ['secretariat']],
  ['sent', []],
])('an entry that is %s waits for whoever has the next act', (state, expected) => {
  expect(whoHas((who) => entriesWaiting(who, [entryRow({ state })], today))).toEqual(expected)
})

test('a draft waits for nobody once its edition is over', () => {
  expect(whoHas((who) => entriesWaiting(who, [entryRow({ closingOn: '2026-11-23' })], today))).toEqual([])
})

describe('what became of an innovation', () => {
  const sent = (but: Partial<EntryListRow> = {}) => entryRow({ state: 'sent', sentOn: '2024-05-02', ...but })

  test('is a task of its authors with its day, and of the secretariat once that has passed', () => {
    const [task, ...more] = entriesWaiting(people.agent, [sent()], today)
    expect(task).toMatchObject({ title: 'Kabarkan inovasi tahun 2025, 2026: Satu meja', due: '2025-12-31' })
    expect(more).toEqual([])
    expect(whoHas((who) => entriesWaiting(who, [sent()], today))).toEqual(['secretariat', 'agent', 'member'])
    const late = sent({ told: [{ year: 2025, state: 'grew' }] })
    expect(whoHas((who) => entriesWaiting(who, [late], today))).toEqual(['agent', 'member'])
    expect(whoHas((who) => entriesWaiting(who, [sent()], '2025-05-01'))).toEqual([])
  })

  test('is asked once of a project that was sent in two editions, and no more once it stopped', () => {
    const again = sent({ id: 'f', code: 'later', sentOn: '2025-05-02' })
    expect(entriesWaiting(people.agent, [again, sent()], today)).toHaveLength(1)
    const stopped = sent({ told: [{ year: 2025, state: 'stopped' }] })
    expect(entriesWaiting(people.agent, [stopped], today)).toEqual([])
  })
})
