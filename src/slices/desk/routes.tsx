import { listPlaces, listSeats, type SeatRow } from '#appointment'
import { listAssessments, listWaitingSheets } from '#assessment'
import { listEntries } from '#competition'
import { listFollowUps, listLeftBehind } from '#follow-up'
import { listGuidelineVersions } from '#forum'
import { listShown, listShownPosters } from '#gallery'
import { looksOn, runsProgramme, thingsOf } from '#kit/actor.ts'
import { listUnread } from '#notices'
import { headsOfAll } from '#people'
import { listSittings } from '#presentation'
import { listProgrammes, outlineOf, programmeInForce } from '#programme'
import { countWaiting, listCourses } from '#progress'
import { listProjects, listWaitingIntegrations, type ProjectRow } from '#project'
import { findDocumentationDue, listLacking } from '#recording'
import { anyone, routes, signedIn, type Web } from '#web/request.ts'
import { assessmentsWaiting, entriesWaiting, guidelinesWaiting } from './ending-tasks.ts'
import { firstSteps } from './first-steps.ts'
import { followUpsWaiting, handOversWaiting, mayLeaveBehind } from './follow-up-tasks.ts'
import { integrationsWaiting } from './integration-tasks.ts'
import { HomePage } from './pages/home-page.tsx'
import { doors } from './pages/places.ts'
import { PublicHomePage } from './pages/public-home-page.tsx'
import { RoomsPage } from './pages/rooms-page.tsx'
import { followedBy, progressWaiting, toVerify, verifiedBy } from './progress-tasks.ts'
import { documentationLate, filmsWaiting, isOverdue } from './recording-tasks.ts'
import { reportsWaiting } from './reporting-tasks.ts'
import { byDue, sheetsToFill, type Waiting, waitingFor, waitingSitting } from './tasks.ts'

/** Published projects on the first page of all; the others are one step away. */
const publicHomeProjects = 12

export const deskRoutes = routes()
  .get('/', anyone, async (c) => {
    const projects = await listShown(c.var.database, publicHomeProjects)
    const posters = await listShownPosters(c.var.database, projects, c.var.now)
    return c.render(<PublicHomePage isSignedIn={c.var.session !== null} {...{ projects, posters }} />)
  })

  .get('/beranda', signedIn, async (c) => {
    const { db, actor, today, zone } = c.var
    const { newest: notices, unread } = await listUnread(db, actor, 5)
    c.set('noticeCount', unread)
    const programme = await programmeInForce(db, today)
    const followUps = await listFollowUps(db, actor, { isPending: true })
    if (!programme) {
      const waiting = [...followUpsWaiting(actor, followUps), ...(await stepsLeft(c.var, null))]
      const nothing = { rows: [], areas: [], targets: [], stages: [] }
      return c.render(<HomePage {...{ programme, waiting, notices, ...nothing, today }} />)
    }
    const rows = await listProjects(db, actor, programme.id, today)
    const { stages, areas, targets } = await outlineOf(db, programme)
    const followed = followedBy(actor, rows).map(({ id }) => id)
    const { progress, reporting } = await listCourses(db, programme, followed, { zone, today })
    const sheets = await listWaitingSheets(db, actor)
    const sittings = await listSittings(db, actor, { from: today })
    const keeps = thingsOf(actor, 'steward').length > 0
    const documentedBy = keeps || runsProgramme(actor) ? await findDocumentationDue(db, programme.id, stages) : null
    const lacking = keeps || isOverdue(documentedBy, today) ? await listLacking(db, programme.id, today) : []
    const waiting = byDue([
      ...waitingFor(actor, rows, await notBegun(c.var, programme.id, rows), stages),
      ...waitingSitting(actor, sittings),
      ...sheetsToFill(sheets),
      ...progressWaiting(actor, rows, progress),
      ...toVerify(
        await countWaiting(
          db,
          verifiedBy(actor, rows).map(({ id }) => id),
        ),
      ),
      ...reportsWaiting(actor, rows, reporting),
      ...followUpsWaiting(actor, followUps),
      ...filmsWaiting(actor, lacking, documentedBy),
      ...documentationLate(actor, lacking, documentedBy, today),
      ...handOversWaiting(mayLeaveBehind(actor, followUps) ? await listLeftBehind(db, today) : []),
      ...assessmentsWaiting(actor, looksOn(actor) ? await listAssessments(db, actor) : []),
      ...guidelinesWaiting(actor, await listGuidelineVersions(db, actor)),
      ...entriesWaiting(actor, await listEntries(db, actor), today),
      ...integrationsWaiting(actor, await listWaitingIntegrations(db)),
      ...(await stepsLeft(c.var, programme.id)),
    ])
    return c.render(<HomePage {...{ programme, waiting, notices, rows, areas, targets, stages, today }} />)
  })

  .get('/lainnya', signedIn, (c) => c.render(<RoomsPage doors={doors.filter(({ isOpen }) => isOpen(c.var.actor))} />))

type Asking = Pick<Web['Variables'], 'db' | 'actor' | 'today'>

/** The actor's own seats in this programme whose project has not begun. */
async function notBegun({ db, actor, today }: Asking, programmeId: string, rows: ProjectRow[]): Promise<SeatRow[]> {
  const begun = new Set(rows.map(({ seatId }) => seatId))
  const own = thingsOf(actor, 'agent').filter((seatId) => !begun.has(seatId))
  return own.length === 0 ? [] : listSeats(db, programmeId, today, own)
}

/** The first steps of an office that are still to be taken; asked only for whoever would take them. */
async function stepsLeft({ db, actor, today }: Asking, programmeId: string | null): Promise<Waiting[]> {
  if (!runsProgramme(actor)) return []
  const seats = programmeId === null ? null : await listPlaces(db, programmeId, today)
  return firstSteps({
    heads: await headsOfAll(db, today),
    hasProgramme: programmeId !== null || (await listProgrammes(db)).length > 0,
    seats,
  })
}
