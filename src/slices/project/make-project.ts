import { randomUUIDv7 } from 'node:crypto'
import type { ActionPlan } from './action-plan.ts'
import type { Activity, Matrix } from './matrix.ts'
import type { Project } from './project.ts'

const then = new Date('2026-03-02T02:00:00Z')

/** A project for tests: preparing, described in full, but for what the test says. */
export const makeProject = (but: Partial<Project> = {}): Project => ({
  agencyId: 'agency',
  id: randomUUIDv7(),
  code: 'b7k3m9qt',
  programmeId: 'programme',
  seatId: 'seat',
  unitId: 'unit',
  state: 'preparing',
  title: 'Layanan rujukan satu hari jawab',
  presentCondition: 'Jawaban rata-rata 4,6 hari kerja.',
  problem: 'Tidak ada yang tahu pertanyaan mana yang belum dijawab.',
  wantedCondition: 'Sembilan dari sepuluh dijawab dalam satu hari kerja.',
  isPublicService: true,
  innovationKind: 'extended',
  startedOn: null,
  areaCodes: ['pelayanan-publik'],
  targetCodes: ['pelayanan'],
  stoppedReason: null,
  revision: 1,
  ...but,
})

/** The first version of a plan, a draft, but for what the test says. */
export const makePlan = (but: Partial<ActionPlan> = {}): ActionPlan => ({
  agencyId: 'agency',
  id: randomUUIDv7(),
  projectId: 'project',
  version: 1,
  state: 'draft',
  reason: null,
  submittedAt: null,
  approvedAt: null,
  verifiedAt: null,
  agreedAt: null,
  supersededAt: null,
  returnedAt: null,
  returnedGate: null,
  changesAskedAt: null,
  changesDoneAt: null,
  revision: 1,
  createdAt: then,
  ...but,
})

/** A complete activity within 2026, but for what the test says. */
export const makeActivity = (but: Partial<Activity> = {}): Activity => ({
  id: randomUUIDv7(),
  initiativeId: 'initiative',
  lineId: randomUUIDv7(),
  position: 1,
  title: 'Menyatukan antrean pertanyaan',
  output: 'Satu antrean',
  indicator: 'Pertanyaan dijawab dalam satu hari kerja',
  indicatorUnit: '%',
  baseline: '28',
  target: '90',
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
  inCharge: 'Kepala kelompok layanan',
  parties: '',
  resources: '',
  risk: '',
  mitigation: '',
  areaCodes: [],
  more: {},
  revision: 1,
  ...but,
})

/** A matrix of one initiative with these activities. */
export const makeMatrix = (...activities: Activity[]): Matrix => [
  { id: 'initiative', lineId: randomUUIDv7(), position: 1, title: 'Satu antrean', revision: 1, activities },
]
