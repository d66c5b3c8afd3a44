import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Files } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { upload } from '#test/files.ts'
import { agreePlan } from '#test/project.ts'
import type { Scene } from '#test/scene.ts'
import { beginProject, describeProject } from './commands.ts'
import type { FinishSaid } from './finish-commands.ts'
import { approvePlan, submitPlan, verifyPlan } from './gate-commands.ts'
import { makeActivity, makeProject } from './make-project.ts'
import { activitiesOf } from './matrix.ts'
import { writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

/** The scene's project with one activity for each title, its plan submitted. Returns its code. */
export async function makeSubmitted(
  { db, agent, seatId }: Scene,
  moment: Moment,
  titles = ['Menyatukan antrean', 'Melatih petugas'],
): Promise<string> {
  const code = await beginProject(db, agent, { id: randomUUIDv7(), seatId }, moment)
  await describeProject(db, agent, code, { ...makeProject(), revision: 1 }, moment)
  const initiativeId = randomUUIDv7()
  await writeInitiative(db, agent, code, initiativeId, 'Satu antrean', moment)
  for (const title of titles) {
    const { id, initiativeId: _, lineId: _l, position: _p, revision: _r, ...fields } = makeActivity({ title })
    await writeActivity(db, agent, code, { id, initiativeId, fields }, moment)
  }
  const { id = '' } = (await findProject(db, code)) ?? {}
  const [plan] = await listPlans(db, id)
  await submitPlan(db, agent, code, plan?.revision ?? 0, moment)
  return code
}

/** The scene's project with its plan agreed. Returns its code. */
export async function makeRunning(scene: Scene, moment: Moment): Promise<string> {
  const code = await makeSubmitted(scene, moment)
  await approvePlan(scene.db, scene.head, code, moment)
  await verifyPlan(scene.db, scene.secretariat, code, moment)
  await agreePlan(scene, code, moment.now)
  return code
}

/** The smallest picture there is, in one colour. */
export const tinyPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture that somebody uploaded and no form has claimed yet. Returns its id. */
export const makeUpload = (db: Db, files: Files, actor: Actor, now: Date): Promise<string> =>
  upload(files, db, actor, { name: 'gambar.png', bytes: tinyPicture }, now)

/** What the agent says of a project that is finished, but for what the test says. */
export async function makeFinishSaid(
  { db, agent }: Scene,
  files: Files,
  code: string,
  now: Date,
  but: Partial<FinishSaid> = {},
): Promise<FinishSaid> {
  const { id = '' } = (await findProject(db, code)) ?? {}
  const plan = (await listPlans(db, id)).find(({ state }) => state === 'agreed')
  const lines = activitiesOf(await findMatrix(db, plan?.id ?? ''))
  return {
    id: randomUUIDv7(),
    beforeWords: 'Pertanyaan dijawab rata-rata dalam 4,6 hari kerja.',
    afterWords: 'Sembilan dari sepuluh pertanyaan dijawab pada hari itu juga.',
    values: Object.fromEntries(lines.map(({ lineId }, at) => [lineId, `9${at}.25`])),
    before: { added: [await makeUpload(db, files, agent, now)], dropped: [] },
    after: { added: [await makeUpload(db, files, agent, now)], dropped: [] },
    ...but,
  }
}
