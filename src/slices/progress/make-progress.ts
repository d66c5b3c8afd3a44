import { randomUUIDv7 } from 'node:crypto'
import { type Db, insert } from '#db'
import { makeRunningProject } from '#test/project.ts'
import type { Evidence } from './evidence.ts'
import type { ProgressReport } from './progress-report.ts'

const then = new Date('2026-04-16T02:00:00Z')

/** A report for tests: half done and not yet looked at, but for what the test says. */
export const makeReport = (but: Partial<ProgressReport> = {}): ProgressReport => ({
  agencyId: 'agency',
  id: randomUUIDv7(),
  projectId: 'project',
  lineId: 'line',
  percent: 50,
  value: null,
  note: 'Antrean disatukan.',
  obstacle: '',
  solution: '',
  state: 'reported',
  reportedAt: then,
  accountId: 'account',
  personId: 'person',
  onBehalfOf: null,
  decidedAt: null,
  decidedBy: null,
  remark: '',
  ...but,
})

/** A piece of evidence for tests, not yet looked at, but for what the test says. */
export const makeEvidence = (but: Partial<Evidence> = {}): Evidence => ({
  agencyId: 'agency',
  id: randomUUIDv7(),
  projectId: 'project',
  lineIds: ['line'],
  questions: [],
  reportId: 'report',
  name: 'Notula.pdf',
  link: null,
  provesOn: '2026-04-15',
  state: 'submitted',
  addedAt: then,
  accountId: 'account',
  personId: 'person',
  decidedAt: null,
  decidedBy: null,
  remark: '',
  ...but,
})

/** A project that runs, with two activities: the first should have ended on 31 May 2026. */
export async function makeReportable(db: Db, seat: Parameters<typeof makeRunningProject>[1], code = 'b7k3m9qt') {
  const { id, planId, title } = await makeRunningProject(db, seat, { code, activities: 2 })
  const [initiativeId, first, second] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  await insert(db, 'initiative', { id: initiativeId, planId, lineId: initiativeId, position: 1, title }).execute()
  const measured = { indicator: 'Waktu jawab', indicatorUnit: 'hari', baseline: '4.6', target: '1' }
  const activity = { planId, initiativeId, ...measured }
  await insert(db, 'activity', [
    { ...activity, id: randomUUIDv7(), lineId: first, position: 1, title: 'Menyatukan antrean', endsOn: '2026-05-31' },
    { ...activity, id: randomUUIDv7(), lineId: second, position: 2, title: 'Melatih petugas', endsOn: '2026-12-10' },
  ]).execute()
  return { id, code, planId, first, second }
}
