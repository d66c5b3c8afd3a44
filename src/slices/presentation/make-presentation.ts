import { randomUUIDv7 } from 'node:crypto'
import {
  approvePlan,
  beginProject,
  describeProject,
  findProject,
  listPlans,
  submitPlan,
  verifyPlan,
  writeActivity,
  writeInitiative,
} from '#project'
import type { Scene } from '#test/scene.ts'
import type { Presentation } from './presentation.ts'
import { listPresentations } from './presentation-store.ts'
import type { SittingFacts } from './sitting.ts'
import { scheduleSitting } from './sitting-commands.ts'

/** The moment at which tests of this room act: 24 November 2026, 09.00 WIB. */
export const moment = { now: new Date('2026-11-24T02:00:00Z'), today: '2026-11-24' }

/** A presentation in the first slot of a sitting, but for what the test says. */
export const makePresentation = (but: Partial<Presentation> = {}): Presentation => ({
  agencyId: 'agency',
  id: 'presentation',
  projectId: 'project',
  planId: 'plan',
  sittingId: 'sitting',
  beginsAt: '09:00',
  minutes: 20,
  isFixed: false,
  sequence: 0,
  startedAt: null,
  endedAt: null,
  reason: null,
  decision: null,
  note: '',
  decidedAt: null,
  revision: 1,
  ...but,
})

/** What an invitation says: today at nine. */
export const sittingFacts: SittingFacts = {
  title: 'Sidang Paparan I',
  heldOn: '2026-11-24',
  beginsAt: '09:00',
  endsAt: '11:00',
  place: 'Ruang Sidang Utama',
  link: '',
  slidesDueOn: null,
}

/** A project whose plan was verified, in the scene's seat or another one; returns its code. */
export async function makeVerified(
  { db, agent, secretariat, seatId }: Scene,
  of: { seatId: string; agent: Scene['agent'] } = { seatId, agent },
): Promise<string> {
  const code = await beginProject(db, of.agent, { id: randomUUIDv7(), seatId: of.seatId }, moment)
  const said = { title: `Layanan rujukan ${code}`, presentCondition: 'Lambat.', problem: 'Tercecer.' }
  const aims = { wantedCondition: 'Cepat.', areaCodes: ['pelayanan-publik'], targetCodes: ['pelayanan'] }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null, revision: 1 }
  await describeProject(db, of.agent, code, { ...said, ...aims, ...kind }, moment)
  const initiativeId = randomUUIDv7()
  await writeInitiative(db, of.agent, code, initiativeId, 'Satu antrean', moment)
  const fields = {
    ...{ title: 'Menyatukan antrean', output: 'Satu antrean', indicator: 'Dijawab sehari', indicatorUnit: '%' },
    ...{ baseline: '28', target: '90', startsOn: '2026-03-01', endsOn: '2026-05-31' },
    ...{ inCharge: 'Kepala kelompok', resources: '', risk: '' },
  }
  await writeActivity(db, of.agent, code, { id: randomUUIDv7(), initiativeId, fields }, moment)
  await passGates({ db, secretariat }, code)
  return code
}

/** Submits the plan and lets it pass head and secretariat, all by the secretariat. */
export async function passGates({ db, secretariat }: Pick<Scene, 'db' | 'secretariat'>, code: string): Promise<void> {
  const project = await findProject(db, code)
  const plan = (await listPlans(db, project?.id ?? '')).at(-1)
  await submitPlan(db, secretariat, code, plan?.revision ?? 0, moment)
  await approvePlan(db, secretariat, code, moment)
  await verifyPlan(db, secretariat, code, moment)
}

/** A sitting with a slot for each project; returns its id. */
export async function makeSitting(
  { db, secretariat }: Scene,
  codes: string[],
  but: Partial<SittingFacts> = {},
): Promise<string> {
  const id = randomUUIDv7()
  const facts = { ...sittingFacts, ...but }
  await scheduleSitting(db, secretariat, { id, facts, codes, minutes: 20 }, moment)
  return id
}

/** The presentation of a project that waits for its decision. */
export async function openPresentation({ db }: Pick<Scene, 'db'>, code: string) {
  const project = await findProject(db, code)
  const open = (await listPresentations(db, project?.id ?? '')).find(({ decision }) => decision === null)
  if (!open) throw new Error(`nothing is scheduled for ${code}`)
  return open
}
