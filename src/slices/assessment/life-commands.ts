import { randomUUIDv7 } from 'node:crypto'
import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { gapsOf, live, mustBe } from './assessment.ts'
import { checkChoice, choosable, eligibilityInWords, type SaidChoice } from './choice.ts'
import { hold, note, panelOf } from './held.ts'
import { addWithdrawn } from './late-store.ts'
import { isUncovered, missingOf, stillOpen } from './panel.ts'
import { addAssigned } from './panel-store.ts'
import { sharesPlace } from './ranking.ts'
import { rubricGapOf } from './rubric.ts'
import { keepRubric } from './rubric-commands.ts'
import { listCriteria } from './rubric-store.ts'
import { addRecusals } from './sheet-store.ts'
import { addChoice, addRuling, findChoice, listRulings, removeChoice, saveAssessment } from './store.ts'
import { type CompetitionSide, rankAll } from './view.ts'

/**
 * From now on judges mark. Who may not judge a project of this panel is recused at once. `drawnFrom` is the revision
 * that was looked at: rubric and projects freeze as they were seen. Left out where nothing was shown.
 */
export const openAssessment = (db: Db, actor: Actor, id: string, { now, today }: Moment, drawnFrom?: number) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    const opened = live(seen.assessment, 'open')
    compareRevision(seen.assessment.revision, drawnFrom ?? seen.assessment.revision)
    const panel = await panelOf(tx, seen, today)
    const rubricGap = rubricGapOf(await listCriteria(tx, id))
    const [gap] = gapsOf({
      judges: panel.judges.length,
      projects: seen.projects.length,
      rubricGap,
      perProject: seen.assessment.perProject,
    })
    if (gap) throw conflict(`Penilaian belum dapat dibuka. ${gap}`)
    await addRecusals(tx, id, panel.recusals, now)
    await addAssigned(tx, id, panel.assigned ?? [])
    const rubricId = await keepRubric(tx, opened, now)
    await saveAssessment(tx, { ...opened, rubricId, openedAt: now })
    const details = { judges: panel.judges.length, projects: seen.projects.length, recusals: panel.recusals.length }
    await note(tx, actor, id, { event: 'assessment.opened', details }, now)
  })

/** It ends without a choice, and whoever ends it says why. */
export const closeAssessment = (db: Db, actor: Actor, id: string, reason: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    const closed = live(seen.assessment, 'close')
    const panel = await panelOf(tx, seen, today)
    await addRecusals(tx, id, seen.assessment.state === 'open' ? panel.recusals : [], now)
    await saveAssessment(tx, { ...closed, closedReason: reason })
    await note(tx, actor, id, { event: 'assessment.closed' }, now)
  })

/** The panel says which of equal projects goes first, and why. */
export const ruleTie = (
  db: Db,
  actor: Actor,
  id: string,
  { projectId, reason }: { projectId: string; reason: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'decide')
    mustBe(seen.assessment, 'open')
    const panel = await panelOf(tx, seen, today)
    if (!isUncovered(panel)) throw conflict(stillOpen(missingOf(panel).length))
    const ranking = await rankAll(tx, seen)
    const ranked = ranking?.find((one) => one.projectId === projectId)
    if (!ranked || !sharesPlace(ranked)) throw conflict('Proyek ini tidak berbagi peringkat dengan proyek lain.')
    const position = (await listRulings(tx, id)).length + 1
    await addRuling(tx, { assessmentId: id, projectId, position, reason, ruledAt: now })
    await note(tx, actor, id, { event: 'assessment.tie-ruled', details: { projectId } }, now)
  })

/**
 * The best project of those that concern public service is chosen, with the reason. Whether it can enter the national
 * competition, and at which categories all aim, is said by the slice above that knows its rules, and kept with the
 * choice.
 */
export const decideAssessment = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, ...said }: SaidChoice & { revision: number },
  { now, today }: Moment,
  { eligibilityOf, aimsOf }: CompetitionSide,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'decide')
    const decided = live(seen.assessment, 'decide')
    compareRevision(seen.assessment.revision, revision)
    const panel = await panelOf(tx, seen, today)
    if (!isUncovered(panel)) throw conflict(stillOpen(missingOf(panel).length))
    const ranking = (await rankAll(tx, seen)) ?? []
    const { projectId } = said
    const eligibility = (await eligibilityOf(tx, [projectId], today)).get(projectId)
    checkChoice(choosable(ranking, seen.projects), said, eligibility)
    await addRecusals(tx, id, panel.recusals, now)
    const known = eligibility ? eligibilityInWords(eligibility) : ''
    const ids = seen.projects.map((project) => project.id)
    const aims = await aimsOf(tx, ids, today)
    await addChoice(tx, id, { ...said, eligibility: known, rules: eligibility?.rules ?? [], aims, decidedAt: now })
    await saveAssessment(tx, decided)
    const place = ranking.find((one) => one.projectId === projectId)?.place ?? null
    await note(tx, actor, id, { event: 'assessment.decided', details: { projectId, place } }, now)
  })

/**
 * The choice is taken back, with the reason, and with it its announcement: what nobody knew when it was made (a conflict
 * of interest, say) is mended on the panel, which then chooses anew. What was said then stays in the minutes.
 */
export const withdrawChoice = (db: Db, actor: Actor, id: string, because: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'decide')
    const withdrawn = live(assessment, 'withdraw')
    const choice = await findChoice(tx, id)
    if (!choice) throw new Error(`Assessment ${id} was decided without a choice.`)
    const { projectId } = choice
    const { accountId, personId } = actor
    await addWithdrawn(tx, id, { ...choice, id: randomUUIDv7(), because, withdrawnAt: now, accountId, personId })
    await removeChoice(tx, id)
    await saveAssessment(tx, { ...withdrawn, announcedAt: null })
    await note(tx, actor, id, { event: 'assessment.choice-withdrawn', details: { projectId } }, now)
  })

/** Whether everybody of the agency may read the result: decided apart from the choice, and taken back the same way. */
export const announce = (db: Db, actor: Actor, id: string, { now }: Moment): Promise<boolean> =>
  transact(db, async (tx) => {
    const { assessment } = await hold(tx, actor, id, 'decide')
    mustBe(assessment, 'decided')
    const announcedAt = assessment.announcedAt === null ? now : null
    await saveAssessment(tx, { ...assessment, announcedAt })
    await note(tx, actor, id, { event: announcedAt ? 'assessment.announced' : 'assessment.unannounced' }, now)
    return announcedAt !== null
  })
