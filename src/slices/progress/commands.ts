import { type Db, transact } from '#db'
import { record } from '#journal'
import { type Actor, stands } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { type Asked, activitiesOf, askOfAgent, findMatrix, holdProject, insteadOfAgent, listPlans } from '#project'
import { attachEvidence, type Proof } from './evidence-commands.ts'
import { holdThing } from './held.ts'
import { progressPolicy } from './policy.ts'
import { decideReport, refuseSuperseded, reportObstacle } from './progress-report.ts'
import { addReport, findReport, latestProgress, type NewReport, saveReport } from './store.ts'

/** What somebody reports of one activity. `id` was minted with the form: a second post of it changes nothing. */
export type Reported = Pick<NewReport, 'id' | 'lineId' | 'percent' | 'value' | 'note' | 'obstacle' | 'solution'> & {
  evidence: Proof | null
}

/** Reports progress of one activity of the agreed plan, with its evidence. */
export const reportProgress = (
  db: Db,
  actor: Actor,
  code: string,
  { evidence, ...said }: Reported,
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, code)
    if (!project) throw notFound()
    authorize(progressPolicy, actor, 'report', { ...project, author: null })
    if (await findReport(tx, project.id, said.id)) return
    const baseline = (await listPlans(tx, project.id)).find((plan) => plan.state === 'agreed')
    const obstacle = reportObstacle(project, baseline !== undefined)
    if (obstacle !== null || !baseline) throw conflict(obstacle ?? '')
    const activities = activitiesOf(await findMatrix(tx, baseline.id))
    if (!activities.some(({ lineId }) => lineId === said.lineId)) throw notFound()
    const onBehalfOf = stands(actor, 'member', project.id) ? null : await insteadOfAgent(tx, actor, project, today)
    const { accountId, personId } = actor
    const report = { ...said, projectId: project.id, reportedAt: now, accountId, personId, onBehalfOf }
    await addReport(tx, report)
    const brought = { projectId: project.id, lineIds: [said.lineId], reportId: said.id, onBehalfOf }
    if (evidence !== null) await attachEvidence(tx, actor, brought, evidence, now)
    const thing = { kind: 'progress_report' as const, id: said.id }
    const details = { projectId: project.id, lineId: said.lineId, percent: said.percent }
    await record(tx, actor, { event: 'progress.reported', thing, details, onBehalfOf }, now)
  })

/** The secretariat is content with the latest report of an activity. */
export const verifyReport = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  decide(db, actor, code, { id, act: 'verify', remark: '', asked: null }, moment)

/** The secretariat sends the latest report of an activity back with its reason. */
export const returnReport = (
  db: Db,
  actor: Actor,
  code: string,
  id: string,
  remark: string,
  moment: Moment,
  asked: Asked = null,
) => decide(db, actor, code, { id, act: 'sendBack', remark, asked }, moment)

const events = { verify: 'progress.verified', sendBack: 'progress.returned' } as const

type Decided = { id: string; act: keyof typeof events; remark: string; asked: Asked }

const decide = (db: Db, actor: Actor, code: string, { id, act, remark, asked }: Decided, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, thing: report } = await holdThing(tx, actor, code, act, (held, projectId) =>
      findReport(held, projectId, id),
    )
    const latest = (await latestProgress(tx, project.id)).find(({ lineId }) => lineId === report.lineId)
    refuseSuperseded(report, latest?.id ?? '')
    await saveReport(tx, decideReport(report, act, { by: actor.accountId, at: now }, remark))
    if (asked)
      await askOfAgent(tx, actor, project, { ...asked, what: remark, source: 'report', sourceId: id }, { now, today })
    const thing = { kind: 'progress_report' as const, id }
    const details = { projectId: project.id, lineId: report.lineId }
    await record(tx, actor, { event: events[act], thing, details }, now)
  })
