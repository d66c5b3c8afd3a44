import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { compareRevision, conflict, forbidden, notFound } from '#kit/refusal.ts'
import { findProgramme } from '#programme'
import { listProjects } from '#project'
import { mustBe } from './assessment.ts'
import { hold, note } from './held.ts'
import { saveAssessed } from './panel-store.ts'
import { mayBegin } from './policy.ts'
import { usualRubric } from './ready-rubrics.ts'
import { numbered, offeredRubric } from './rubric-commands.ts'
import { saveCriteria } from './rubric-store.ts'
import { addAssessment, saveAssessment } from './store.ts'

/**
 * Begins an assessment of a programme, with a rubric to begin from and the projects that are proposed for it. `id` was
 * minted by the page that offered it: a second post begins nothing.
 */
export const beginAssessment = (
  db: Db,
  actor: Actor,
  begun: { id: string; programmeId: string; title: string; rubric?: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    if (!mayBegin(actor)) throw forbidden()
    if (!(await findProgramme(tx, begun.programmeId))) throw notFound()
    const { rubric = usualRubric, ...assessment } = begun
    const { name, criteria } = await offeredRubric(tx, rubric)
    if (!(await addAssessment(tx, { ...assessment, rubricName: name }))) return
    await saveCriteria(tx, begun.id, numbered(criteria))
    const ready = await listAssessable(tx, actor, begun.programmeId, today)
    const proposed = ready.filter(({ isPublicService }) => isPublicService).map(({ id }) => id)
    await saveAssessed(tx, begun.id, proposed)
    await note(tx, actor, begun.id, { event: 'assessment.begun', details: { programmeId: begun.programmeId } }, now)
  })

/** The projects of a programme that can be judged: their plan was agreed, and nobody stopped them. */
export const listAssessable = async (db: Db, actor: Actor, programmeId: string, today: Day) =>
  (await listProjects(db, actor, programmeId, today)).filter(({ state }) =>
    ['running', 'finished', 'closed'].includes(state),
  )

/** Which projects are judged, until it is opened. */
export const chooseProjects = (
  db: Db,
  actor: Actor,
  id: string,
  { projectIds, revision }: { projectIds: string[]; revision: number },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    mustBe(assessment, 'preparing')
    compareRevision(assessment.revision, revision)
    const ready = await listAssessable(tx, actor, assessment.programmeId, today)
    const chosen = ready.filter((project) => projectIds.includes(project.id))
    if (chosen.length < new Set(projectIds).size)
      throw conflict('Hanya proyek program ini yang berjalan, selesai, atau ditutup yang dapat dinilai.')
    await saveAssessed(
      tx,
      id,
      chosen.map((project) => project.id),
    )
    await saveAssessment(tx, assessment)
    await note(tx, actor, id, { event: 'assessment.projects-chosen', details: { projects: chosen.length } }, now)
  })

/** How many judges mark each project (null: every judge does), until it is opened. */
export const chooseSharing = (
  db: Db,
  actor: Actor,
  id: string,
  { perProject, revision }: { perProject: number | null; revision: number },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    mustBe(assessment, 'preparing')
    compareRevision(assessment.revision, revision)
    await saveAssessment(tx, { ...assessment, perProject })
    await note(tx, actor, id, { event: 'assessment.sharing-chosen', details: { perProject } }, now)
  })
