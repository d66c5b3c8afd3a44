import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Day, type Moment } from '#kit/date.ts'
import { compareRevision, conflict, forbidden, notFound } from '#kit/refusal.ts'
import { endStanding, findPerson, startStanding } from '#people'
import { findProgramme } from '#programme'
import { listProjects } from '#project'
import { lifeAllows, mustBe } from './assessment.ts'
import { hold, note } from './held.ts'
import { hasAccess, listJudges, saveAssessed } from './panel-store.ts'
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

/** Names a judge, until it is opened; naming somebody twice changes nothing. */
export const nameJudge = (db: Db, actor: Actor, id: string, personId: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    mustBe(assessment, 'preparing')
    const person = await findPerson(tx, personId)
    if (!person) throw notFound()
    if (await isJudge(tx, id, personId)) return
    if (!(await hasAccess(tx, personId)))
      throw conflict('Pegawai ini belum mempunyai akun. Undang lebih dahulu, lalu tunjuk sebagai penilai.')
    await startStanding(tx, { personId, relation: 'judge', thing: { kind: 'assessment', id }, fromOn: today })
    await note(tx, actor, id, { event: 'assessment.judge-named', details: { personId } }, now)
  })

/**
 * A judge judges no more. Sheets that are in stay valid, others are no longer waited for. With this somebody who
 * cannot go on does not hold up the panel.
 */
export const releaseJudge = (db: Db, actor: Actor, id: string, personId: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'prepare')
    if (!lifeAllows(assessment.state, 'close'))
      throw conflict('Penilaian ini sudah berakhir, jadi penilainya tidak berubah lagi.')
    if (!(await isJudge(tx, id, personId))) return
    await endStanding(tx, { personId, relation: 'judge', thingId: id }, addDays(today, -1))
    await note(tx, actor, id, { event: 'assessment.judge-released', details: { personId } }, now)
  })

const isJudge = async (tx: Tx, id: string, personId: string) =>
  (await listJudges(tx, id)).some((judge) => judge.personId === personId)
