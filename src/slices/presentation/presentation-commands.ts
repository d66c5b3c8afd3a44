import { type Db, type Tx, transact } from '#db'
import { claimUpload, removeFile } from '#files'
import { agreeFollowUp } from '#follow-up'
import { type Details, record } from '#journal'
import { type Actor, runsProgramme } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { findProject, insteadOfAgent } from '#project'
import { presentationPolicy } from './policy.ts'
import { type Feedback, slidesObstacle } from './presentation.ts'
import {
  findPresentation,
  holdPresentation,
  listFeedback,
  type PresentationRow,
  removeFeedback,
  saveFollowUpOf,
  saveNewFeedback,
} from './presentation-store.ts'
import { unknownPerson } from './sitting.ts'
import { arePersons, findSitting } from './sitting-store.ts'
import { listSlides } from './slide-store.ts'

/** Attaches slides, by the agent or in the agent's place. */
export const attachSlides = (db: Db, actor: Actor, id: string, uploads: string[], { now, today }: Moment) =>
  transact(db, async (tx) => {
    const presentation = await hold(tx, actor, id, 'attach')
    const sitting = presentation.sittingId === null ? undefined : await findSitting(tx, presentation.sittingId)
    const obstacle = runsProgramme(actor) ? null : slidesObstacle(sitting, today)
    if (obstacle !== null) throw conflict(obstacle)
    for (const upload of uploads) await claimUpload(tx, actor, upload, slidesOf(id), now)
    const onBehalfOf = await behalf(tx, actor, presentation, today)
    await note(tx, actor, presentation, { event: 'presentation.slides-attached', onBehalfOf }, now)
  })

/** Takes slides away again, while nothing was decided. */
export const removeSlides = (db: Db, actor: Actor, id: string, fileId: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const presentation = await hold(tx, actor, id, 'attach')
    refuseDecided(presentation)
    const slides = (await listSlides(tx, [id])).find((one) => one.id === fileId)
    if (!slides || !(await removeFile(tx, fileId, slidesOf(id)))) throw notFound()
    if (slides.pdf) await removeFile(tx, slides.pdf.id, slidesOf(id))
    const onBehalfOf = await behalf(tx, actor, presentation, today)
    await note(tx, actor, presentation, { event: 'presentation.slides-removed', onBehalfOf, details: { fileId } }, now)
  })

/** Writes down what somebody said. The same id twice writes it once. */
export const noteFeedback = (
  db: Db,
  actor: Actor,
  id: string,
  said: Pick<Feedback, 'id' | 'personId' | 'guest' | 'words'>,
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const presentation = await hold(tx, actor, id, 'comment')
    if (said.personId !== null && !(await arePersons(tx, [said.personId]))) throw conflict(unknownPerson)
    const isNew = await saveNewFeedback(tx, { ...said, presentationId: id, createdAt: now })
    if (isNew) await note(tx, actor, presentation, { event: 'presentation.feedback-noted' }, now)
  })

type ToDo = { id: string; what: string; ownerId: string; dueOn: Day }

/** What somebody said becomes something to be done. It does so once, however often it is posted. */
export const followUpFeedback = (db: Db, actor: Actor, id: string, feedbackId: string, toDo: ToDo, { now }: Moment) =>
  transact(db, async (tx) => {
    const presentation = await hold(tx, actor, id, 'comment')
    const said = (await listFeedback(tx, [id])).find((one) => one.id === feedbackId)
    if (!said) throw notFound()
    if (said.followUpId !== null) return
    const { programmeId, projectId, seatId, unitId } = presentation
    const about = { programmeId, projectId, seatId, unitId, source: 'sitting' as const, sourceId: id }
    await agreeFollowUp(tx, actor, { ...toDo, ...about }, now)
    await saveFollowUpOf(tx, feedbackId, toDo.id)
  })

/** Takes out what was noted by mistake, while nothing was decided. */
export const dropFeedback = (db: Db, actor: Actor, id: string, feedbackId: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const presentation = await hold(tx, actor, id, 'comment')
    refuseDecided(presentation)
    if (!(await removeFeedback(tx, id, feedbackId))) throw notFound()
    await note(tx, actor, presentation, { event: 'presentation.feedback-dropped' }, now)
  })

const slidesOf = (id: string) => ({ kind: 'presentation' as const, id, part: 'slides' })

/** Holds a presentation and asks whether the actor may do this to it. */
async function hold(tx: Tx, actor: Actor, id: string, act: keyof typeof presentationPolicy): Promise<PresentationRow> {
  await holdPresentation(tx, id)
  const presentation = await findPresentation(tx, id)
  authorize(presentationPolicy, actor, act, presentation)
  return presentation
}

function refuseDecided({ decision }: PresentationRow): void {
  if (decision !== null) throw conflict('Paparan ini sudah diputuskan, jadi notulanya tidak dapat dikurangi lagi.')
}

async function behalf(tx: Tx, actor: Actor, { code }: PresentationRow, today: string): Promise<string | null> {
  const project = await findProject(tx, code)
  return project ? insteadOfAgent(tx, actor, project, today) : null
}

async function note(
  tx: Tx,
  actor: Actor,
  { id, projectId }: PresentationRow,
  { event, onBehalfOf = null, details }: { event: string; onBehalfOf?: string | null; details?: Details },
  now: Date,
): Promise<void> {
  const thing = { kind: 'presentation' as const, id }
  await record(tx, actor, { event, thing, onBehalfOf, details: { projectId, ...details } }, now)
}
