import { listPlaces, listSeats, type SeatRow } from '#appointment'
import { listAssessments, listWaitingSheets } from '#assessment'
import { listEntries } from '#competition'
import { listFollowUps, listLeftBehind } from '#follow-up'
import { listGuidelineVersions } from '#forum'
import { looksOn, runsProgramme, thingsOf } from '#kit/actor.ts'
import { headsOfAll } from '#people'
import { listLackingSittings, listSittings } from '#presentation'
import { inForceOn, listProgrammes, outlineOf, type Programme, type Stage } from '#programme'
import { countWaiting, listCourses } from '#progress'
import { listProjects, listWaitingIntegrations, type ProjectRow } from '#project'
import { findDocumentationDue, listLacking, proposalsFor } from '#recording'
import type { Web } from '#web/request.ts'
import { assessmentsWaiting, entriesWaiting, guidelinesWaiting } from './ending-tasks.ts'
import { firstSteps } from './first-steps.ts'
import { followUpsWaiting, handOversWaiting, mayLeaveBehind } from './follow-up-tasks.ts'
import { integrationsWaiting } from './integration-tasks.ts'
import { followedBy, progressWaiting, toVerify, verifiedBy } from './progress-tasks.ts'
import { destructionsWaiting, documentationLate, filmsWaiting, isOverdue } from './recording-tasks.ts'
import { reportsWaiting } from './reporting-tasks.ts'
import { absencesWaiting, byDue, sheetsToFill, type Waiting, waitingFor, waitingSitting } from './tasks.ts'

type Asking = Pick<Web['Variables'], 'db' | 'actor' | 'today' | 'zone'>

/** What the first page shows of the programme in force, and all that waits for the actor, the most urgent first. */
export async function homeOf(asking: Asking) {
  const [{ waiting, ...shown }, anyway] = await Promise.all([ofToday(asking), waitingAnyway(asking)])
  return { ...shown, waiting: byDue([...waiting.first, ...anyway, ...waiting.last]) }
}

async function ofToday(asking: Asking) {
  const programmes = await listProgrammes(asking.db)
  const programme = inForceOn(programmes, asking.today)
  const [shown, last] = await Promise.all([
    programme ? ofProgramme(asking, programme) : { first: [], rows: [], stages: [], areas: [], targets: [] },
    stepsLeft(asking, programmes, programme),
  ])
  const { first, ...rest } = shown
  return { programme, ...rest, waiting: { first, last } }
}

/** The projects of the programme that the actor may read, and what they ask of the actor. */
async function ofProgramme(asking: Asking, programme: Programme) {
  const { db, actor, today } = asking
  const [rows, outline] = await Promise.all([listProjects(db, actor, programme.id, today), outlineOf(db, programme)])
  const idsOf = (projects: ProjectRow[]) => projects.map(({ id }) => id)
  const [vacant, { progress, reporting }, unverified, { due, lacking }] = await Promise.all([
    notBegun(asking, programme.id, rows),
    listCourses(db, programme, idsOf(followedBy(actor, rows)), asking),
    countWaiting(db, idsOf(verifiedBy(actor, rows))),
    undocumented(asking, programme.id, outline.stages),
  ])
  const first = [
    ...waitingFor(actor, rows, vacant, outline.stages),
    ...progressWaiting(actor, rows, progress),
    ...toVerify(unverified),
    ...reportsWaiting(actor, rows, reporting),
    ...filmsWaiting(actor, lacking, due),
    ...documentationLate(actor, lacking, due, today),
  ]
  return { rows, ...outline, first }
}

/** The actor's own seats in this programme whose project has not begun. */
async function notBegun({ db, actor, today }: Asking, programmeId: string, rows: ProjectRow[]): Promise<SeatRow[]> {
  const begun = new Set(rows.map(({ seatId }) => seatId))
  const own = thingsOf(actor, 'agent').filter((seatId) => !begun.has(seatId))
  return own.length === 0 ? [] : listSeats(db, programmeId, today, own)
}

/** What lacks a film or a steward, and by when it was to have them; asked only for whoever would do something about it. */
async function undocumented({ db, actor, today }: Asking, programmeId: string, stages: Stage[]) {
  const keeps = thingsOf(actor, 'steward').length > 0
  const due = keeps || runsProgramme(actor) ? await findDocumentationDue(db, programmeId, stages) : null
  return { due, lacking: keeps || isOverdue(due, today) ? await listLacking(db, programmeId, today) : [] }
}

/** What waits for the actor whether or not a programme is in force. */
async function waitingAnyway({ db, actor, today }: Asking): Promise<Waiting[]> {
  const [[sittings, lacking], sheets, [followUps, left], assessments, guidelines, entries, integrations, proposals] =
    await Promise.all([
      ahead({ db, actor, today }),
      listWaitingSheets(db, actor),
      pending({ db, actor, today }),
      looksOn(actor) ? listAssessments(db, actor) : [],
      listGuidelineVersions(db, actor),
      listEntries(db, actor),
      listWaitingIntegrations(db),
      proposalsFor(db, actor),
    ])
  return [
    ...waitingSitting(actor, sittings),
    ...absencesWaiting(lacking),
    ...sheetsToFill(sheets),
    ...followUpsWaiting(actor, followUps),
    ...handOversWaiting(left),
    ...assessmentsWaiting(actor, assessments),
    ...guidelinesWaiting(actor, guidelines),
    ...entriesWaiting(actor, entries, today),
    ...integrationsWaiting(actor, integrations),
    ...destructionsWaiting(proposals),
  ]
}

/** The sittings to come, and for whoever arranges them those at which somebody is missing. */
async function ahead({ db, actor, today }: Omit<Asking, 'zone'>) {
  const sittings = await listSittings(db, actor, { from: today })
  return [sittings, runsProgramme(actor) ? await listLackingSittings(db, sittings) : []] as const
}

/** Pending follow-ups, and those that stayed with former agents. */
async function pending({ db, actor, today }: Omit<Asking, 'zone'>) {
  const followUps = await listFollowUps(db, actor, { isPending: true })
  return [followUps, mayLeaveBehind(actor, followUps) ? await listLeftBehind(db, today) : []] as const
}

/** The first steps of an office that are still to be taken; asked only for whoever would take them. */
async function stepsLeft({ db, actor, today }: Asking, all: Programme[], programme?: Programme): Promise<Waiting[]> {
  if (!runsProgramme(actor)) return []
  const [heads, seats] = await Promise.all([
    headsOfAll(db, today),
    programme ? listPlaces(db, programme.id, today) : null,
  ])
  return firstSteps({ heads, hasProgramme: all.length > 0, seats })
}
