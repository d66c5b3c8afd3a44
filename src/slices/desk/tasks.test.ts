import { describe, expect, test } from 'vitest'
import type { SeatRow } from '#appointment'
import type { FollowUpRow } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import type { SittingRow } from '#presentation'
import type { ProjectRow } from '#project'
import { followUpsWaiting } from './follow-up-tasks.ts'
import { destructionsWaiting, documentationLate, filmsWaiting } from './recording-tasks.ts'
import { absencesWaiting, headingOf, waitingFor, waitingSitting } from './tasks.ts'

const actor = (but: Partial<Actor> = {}): Actor => ({
  agencyId: 'agency',
  accountId: 'account',
  personId: 'person',
  unitId: 'unit',
  roles: [],
  standings: [],
  ...but,
})
const agent = actor({ standings: [{ relation: 'agent', thingId: 'seat' }] })
const head = actor({ standings: [{ relation: 'head', thingId: 'unit' }] })
const secretariat = actor({ roles: ['secretariat'] })

const row = (but: Partial<ProjectRow> = {}): ProjectRow => ({
  id: 'project',
  code: 'b7k3m9qt',
  title: 'Layanan rujukan',
  programmeId: 'programme',
  seatId: 'seat',
  seatNumber: 2,
  unitId: 'unit',
  unitName: 'Pusat Jasa Informasi',
  agentId: 'person',
  agentName: 'Nadia Kusumastuti',
  state: 'preparing',
  isPublicService: true,
  areaCodes: [],
  targetCodes: [],
  stage: 'preparing',
  turn: 'agent',
  since: new Date('2026-11-02T00:00:00Z'),
  planVersion: 1,
  planState: 'draft',
  activities: 0,
  changesDone: false,
  ...but,
})
const seat: SeatRow = {
  agencyId: 'agency',
  id: 'seat',
  programmeId: 'programme',
  number: 2,
  level: 'central',
  unitId: 'unit',
  unitName: 'Pusat Jasa Informasi',
  agent: null,
}

describe('what waits for a person', () => {
  test.each([
    ['agent', agent, { stage: 'preparing', turn: 'agent' }, 'Susun dan ajukan rencana: Layanan rujukan'],
    ['head', head, { stage: 'approval', turn: 'head' }, 'Periksa rencana: Layanan rujukan'],
    ['secretariat', secretariat, { stage: 'verification', turn: 'secretariat' }, 'Verifikasi rencana: Layanan rujukan'],
  ] as const)('is the %s’s own turn', (_, who, but, title) => {
    expect(waitingFor(who, [row(but)], [], [])).toMatchObject([{ title, path: '/proyek/b7k3m9qt' }])
    for (const other of [agent, head, secretariat].filter((one) => one !== who)) {
      expect(waitingFor(other, [row(but)], [], [])).toEqual([])
    }
  })

  test('is a plan that was accepted with changes only for whoever agrees it, once they are done', () => {
    const asked = row({ stage: 'presentation', turn: 'agent' })
    for (const who of [agent, head, secretariat]) expect(waitingFor(who, [asked], [], [])).toEqual([])
    const done = row({ stage: 'presentation', turn: 'secretariat', changesDone: true })
    expect(waitingFor(secretariat, [done], [], [])).toMatchObject([
      { title: 'Tetapkan rencana: Layanan rujukan', path: '/proyek/b7k3m9qt/paparan' },
    ])
  })

  test('is the project that has not begun, for the agent of its seat alone', () => {
    expect(waitingFor(agent, [], [seat], [])).toMatchObject([{ title: 'Mulai proyek perubahan Anda' }])
    expect(waitingFor(secretariat, [], [seat], [])).toEqual([])
  })

  test('stands in the order of its due days, what has none last', () => {
    const rows = [row({ title: 'tanpa' }), row({ title: 'lama', stage: 'verification', turn: 'secretariat' })]
    const all = actor({ roles: ['secretariat'], standings: agent.standings })
    const waiting = waitingFor(all, rows, [], [{ kind: 'verification', dueOn: '2026-11-23' }])
    expect(waiting.map(({ due }) => due)).toEqual(['2026-11-23', null])
  })
})

test.each([
  [[], 'Tidak ada yang menunggu Anda'],
  [['2026-12-01'], 'Satu hal menunggu Anda'],
  [['2026-11-23'], 'Satu hal menunggu Anda, sudah lewat batas waktu'],
  [['2026-11-20', '2026-11-23', '2026-12-01'], 'Tiga hal menunggu Anda. Dua sudah lewat batas waktu.'],
])('the heading speaks of %j', (days, heading) => {
  const waiting = days.map((due) => ({ title: 'x', path: '/', note: '', due }))
  expect(headingOf(waiting, '2026-11-24')).toBe(heading)
})

describe('the next sitting', () => {
  const slot = { seatId: 'seat', beginsAt: '09:20', isDecided: false }
  const sitting = (but: Partial<SittingRow> = {}): SittingRow => ({
    ...{
      agencyId: 'agency',
      id: 'sitting',
      title: 'Sidang Paparan I',
      heldOn: '2026-12-02',
      slidesDueOn: null,
      revision: 1,
    },
    ...{ beginsAt: '09:00', endsAt: '11:00', place: 'Aula', link: '', guests: '' },
    ...{ slotCount: 1, decidedCount: 0, slots: [slot], absences: 0 },
    ...but,
  })

  test('waits for whoever presents in it and whoever holds it, and for nobody else', () => {
    expect(waitingSitting(agent, [sitting()])).toMatchObject([
      { path: '/paparan/sitting', due: '2026-12-02', note: 'pukul 09.20, Aula' },
    ])
    expect(waitingSitting(secretariat, [sitting()])).toMatchObject([{ note: 'pukul 09.00, Aula' }])
    expect(waitingSitting(head, [sitting()])).toEqual([])
  })

  test('is to be arranged anew where somebody who is expected there is away', () => {
    const judge = { personId: 'tuti', name: 'Tuti Herawati', as: 'judge' as const }
    const people = [judge, { ...judge, personId: 'bonar' }]
    expect(absencesWaiting([{ sitting: sitting(), people }])).toEqual([
      {
        ...{ title: 'Atur ulang Sidang Paparan I', path: '/paparan/sitting', due: '2026-12-02' },
        note: 'Tuti Herawati (penilai) dan 1 orang lain berhalangan',
      },
    ])
  })

  test('is the first in which something is still to be decided', () => {
    const rows = [
      sitting({ decidedCount: 1 }),
      sitting({ id: 'other', slots: [{ ...slot, seatId: 'elsewhere' }] }),
      sitting({ id: 'over', slotCount: 2, decidedCount: 1, slots: [{ ...slot, isDecided: true }] }),
      sitting({ id: 'mine' }),
    ]
    expect(waitingSitting(agent, rows).map(({ path }) => path)).toEqual(['/paparan/mine'])
    expect(waitingSitting(secretariat, rows).map(({ path }) => path)).toEqual(['/paparan/other'])
  })
})

describe('a follow-up', () => {
  const followUp = (but: Partial<FollowUpRow> = {}): FollowUpRow => ({
    agencyId: 'agency',
    id: 'follow-up',
    programmeId: 'programme',
    projectId: 'project',
    seatId: 'seat',
    unitId: 'unit',
    source: 'sitting',
    sourceId: null,
    origin: '',
    what: 'Menetapkan batasan pemustaka aktif',
    ownerId: 'person',
    ownerUnitId: 'unit',
    dueOn: '2026-11-20',
    state: 'open',
    outcome: '',
    doneAt: null,
    closedAt: null,
    remark: '',
    toldSteps: 0,
    revision: 1,
    ownerUnitName: 'Pusat Jasa Informasi',
    ownerName: 'Nadia Kusumastuti',
    projectCode: 'b7k3m9qt',
    projectTitle: 'Layanan rujukan',
    ...but,
  })

  test('with much to say is cut after a word in the list', () => {
    const what = `${'Perbarui indikator setiap kegiatan '.repeat(9)}.`
    const [own] = followUpsWaiting(actor(), [followUp({ what })])
    expect(own?.title).toMatch(/^Perbarui indikator .{60,105}…$/)
  })

  test('waits for its owner until its day, in whatever project it was agreed', () => {
    const waiting = followUpsWaiting(actor(), [followUp(), followUp({ ownerId: 'another' })])
    expect(waiting).toMatchObject([{ path: '/tindak-lanjut/follow-up', due: '2026-11-20' }])
    expect(headingOf(waiting, '2026-11-26')).toBe('Satu hal menunggu Anda, sudah lewat batas waktu')
  })

  test('that is done waits for whoever may close it, several in one line', () => {
    const done = followUp({ state: 'done', ownerId: 'another' })
    expect(followUpsWaiting(secretariat, [done])).toMatchObject([{ path: '/tindak-lanjut/follow-up', due: null }])
    expect(followUpsWaiting(head, [done, { ...done, id: 'second' }])).toMatchObject([
      { title: 'Periksa 2 tindak lanjut', path: '/tindak-lanjut?semua=ya' },
    ])
    expect(followUpsWaiting(actor(), [done, followUp({ state: 'done' })])).toEqual([])
  })
})

test('projects without a film wait for the steward of the programme or of the project, or the deputy', () => {
  const lacking = [
    { id: 'project', programmeId: 'programme', hasFilm: false },
    { id: 'second', programmeId: 'programme', hasFilm: false },
    { id: 'third', programmeId: 'programme', hasFilm: true },
  ]
  const due = '2026-12-11'
  const steward = (thingId: string, relation: 'steward' | 'deputy' = 'steward') =>
    actor({ standings: [{ relation, thingId }] })
  expect(filmsWaiting(steward('programme'), lacking, due)).toMatchObject([
    { title: 'Dokumentasikan 2 proyek yang belum mempunyai film', due },
  ])
  expect(filmsWaiting(steward('second', 'deputy'), lacking, due)).toMatchObject([
    { title: 'Dokumentasikan 1 proyek yang belum mempunyai film' },
  ])
  expect(filmsWaiting(agent, lacking, due)).toEqual([])
  const secretariat = actor({ roles: ['secretariat'] })
  expect(documentationLate(secretariat, lacking, due, due)).toEqual([])
  expect(documentationLate(secretariat, lacking, due, '2026-12-12')).toMatchObject([{ due }])
  expect(documentationLate(agent, lacking, due, '2026-12-12')).toEqual([])
})

test('proposals to destroy are one line: a single one leads to itself, several to the list', () => {
  const one = { code: 'b7k3m9qt', title: 'Peluncuran' }
  const lines = (count: number) =>
    destructionsWaiting(Array.from({ length: count }, () => one)).map(({ title, path }) => [title, path])
  expect(lines(0)).toEqual([])
  expect(lines(1)).toEqual([['Setujui atau tolak usul musnah: Peluncuran', '/dokumentasi/b7k3m9qt/retensi']])
  expect(lines(3)).toEqual([['Setujui atau tolak 3 usul musnah', '/dokumentasi/retensi']])
})
