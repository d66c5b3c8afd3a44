import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { activitiesOf, editActivity, findMatrix, findProject, listPlans, writeActivity } from '#project'
import { type DatedProgramme, dateIn } from './calendar.ts'
import { fieldsOf } from './plan-texts.ts'
import type { DemoProject } from './shape.ts'

/** Writes into a version that was just opened what it changes. */
export async function writeNewVersion(
  db: Db,
  actor: Actor,
  code: string,
  project: DemoProject,
  programme: DatedProgramme,
  moment: Moment,
): Promise<void> {
  const { newVersion } = project
  if (!newVersion) return
  const { id: projectId = '' } = (await findProject(db, code)) ?? {}
  const plan = (await listPlans(db, projectId)).at(-1)
  const found = activitiesOf(await findMatrix(db, plan?.id ?? '')).find(({ title }) => title === newVersion.prolonged)
  if (!found) throw new Error(`The demonstration has no activity "${newVersion.prolonged}" to prolong.`)
  const { id, initiativeId, lineId: _, position: _p, revision, ...fields } = found
  const prolonged = { ...fields, endsOn: dateIn(programme, newVersion.until) }
  await editActivity(db, actor, code, { id, fields: prolonged, revision }, moment)
  const added = { id: randomUUIDv7(), initiativeId, fields: fieldsOf(newVersion.added, programme, project) }
  await writeActivity(db, actor, code, added, moment)
}
