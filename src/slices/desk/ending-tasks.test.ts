import { expect, test } from 'vitest'
import { editionOf } from '#competition'
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

test.each<['draft' | 'ready' | 'sent', Who[]]>([
  ['draft', ['agent', 'member']],
  ['ready', ['secretariat']],
  ['sent', []],
])('an entry that is %s waits for whoever has the next act', (state, expected) => {
  const form = editionOf('2023-umum')
  if (!form) throw new Error('no edition')
  const row = {
    ...{ agencyId: 'agency', id: 'e', code: 'b7k3m9qt', projectId: 'project', seatId: 'seat', unitId: 'unit' },
    ...{ unitName: 'Unit', edition: '2023-umum', state, title: 'Satu meja', startedOn: null, startProof: '' },
    ...{ closingOn: '2026-12-01', category: null, videoUrl: '', goals: [], checked: [], readyAt: null, sentOn: null },
    ...{ sentNumber: '', revision: 1, changedAt: new Date(0), projectCode: 'b7k3m9qp', projectTitle: 'Satu meja' },
    ...{
      isPublicService: true,
      filled: 0,
      form,
      editionVersion: null,
      recordingId: null,
      extra: {},
      draftSince: new Date(0),
    },
  }
  expect(whoHas((who) => entriesWaiting(who, [row]))).toEqual(expected)
})
