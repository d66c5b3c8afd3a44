import { listSeats, type SeatRow } from '#appointment'
import { listAssessments, listWaitingSheets } from '#assessment'
import { listEntries } from '#competition'
import { listFollowUps, listLeftBehind } from '#follow-up'
import { listGuidelineVersions } from '#forum'
import { listShown } from '#gallery'
import { looksOn, runsProgramme, thingsOf } from '#kit/actor.ts'
import { listUnread } from '#notices'
import { headsOfAll, listUninvited } from '#people'
import { listSittings } from '#presentation'
import { areasOf, listProgrammes, programmeInForce, stagesOf, targetsOf } from '#programme'
import { listCourses } from '#progress'
import { listProjects, listWaitingIntegrations, mayBegin } from '#project'
import { listWithoutFilm } from '#recording'
import { anyone, routes, signedIn, type Web } from '#web/request.ts'
import { assessmentsWaiting, entriesWaiting, guidelinesWaiting } from './ending-tasks.ts'
import { firstSteps } from './first-steps.ts'
import { followUpsWaiting, handOversWaiting } from './follow-up-tasks.ts'
import { integrationsWaiting } from './integration-tasks.ts'
import { HomePage } from './pages/home-page.tsx'
import { doors } from './pages/places.ts'
import { PublicHomePage } from './pages/public-home-page.tsx'
import { RoomsPage } from './pages/rooms-page.tsx'
import { progressWaiting } from './progress-tasks.ts'
import { filmsWaiting } from './recording-tasks.ts'
import { reportsWaiting } from './reporting-tasks.ts'
import { byDue, sheetsToFill, waitingFor, waitingSitting } from './tasks.ts'

/** Published projects on the first page of all; the others are one step away. */
const publicHomeProjects = 12

export const deskRoutes = routes()
  .get('/', anyone, async (c) => {
    const projects = await listShown(c.var.database, publicHomeProjects)
    return c.render(<PublicHomePage isSignedIn={c.var.session !== null} projects={projects} />)
  })

  .get('/beranda', signedIn, async (c) => {
    const { db, actor, today, zone } = c.var
    const notices = await listUnread(db, actor, 5)
    const programme = await programmeInForce(db, today)
    if (!programme) {
      return c.render(
        <HomePage
          programme={undefined}
          waiting={[
            ...followUpsWaiting(actor, await listFollowUps(db, actor, { isPending: true })),
            ...(await stepsLeft(c.var, null)),
          ]}
          notices={notices}
          rows={[]}
          areas={[]}
          targets={[]}
          stages={[]}
          today={today}
        />,
      )
    }
    const rows = await listProjects(db, actor, programme.id, today)
    const begun = new Set(rows.map((row) => row.seatId))
    const seats = await listSeats(db, programme.id, today)
    const vacant = seats.filter((seat) => !begun.has(seat.id) && mayBegin(actor, seat))
    const stages = await stagesOf(db, programme.id)
    const areas = await areasOf(db, programme.setCode)
    const targets = await targetsOf(db, programme.setCode)
    const ids = rows.map((row) => row.id)
    const { progress, reporting } = await listCourses(db, programme, ids, { zone, today })
    const sheets = await listWaitingSheets(db, actor)
    const sittings = await listSittings(db, actor, { from: today })
    const followUps = await listFollowUps(db, actor, { isPending: true })
    const lacking = thingsOf(actor, 'steward').length > 0 ? await listWithoutFilm(db, programme.id) : []
    const waiting = byDue([
      ...waitingFor(actor, rows, vacant, stages),
      ...waitingSitting(actor, sittings),
      ...sheetsToFill(sheets),
      ...progressWaiting(actor, rows, progress),
      ...reportsWaiting(actor, rows, reporting),
      ...followUpsWaiting(actor, followUps),
      ...filmsWaiting(actor, lacking),
      ...handOversWaiting(runsProgramme(actor) ? await listLeftBehind(db, today) : []),
      ...assessmentsWaiting(actor, looksOn(actor) ? await listAssessments(db, actor) : []),
      ...guidelinesWaiting(actor, await listGuidelineVersions(db, actor)),
      ...entriesWaiting(actor, await listEntries(db, actor)),
      ...integrationsWaiting(actor, await listWaitingIntegrations(db)),
      ...(await stepsLeft(c.var, seats)),
    ])
    return c.render(<HomePage {...{ programme, waiting, notices, rows, areas, targets, stages, today }} />)
  })

  .get('/lainnya', signedIn, (c) => c.render(<RoomsPage doors={doors.filter(({ isOpen }) => isOpen(c.var.actor))} />))

/** The first steps of an office that are still to be taken; asked only for whoever would take them. */
async function stepsLeft(
  { db, actor, today }: Pick<Web['Variables'], 'db' | 'actor' | 'today'>,
  seats: SeatRow[] | null,
) {
  if (!runsProgramme(actor)) return []
  const agentIds = (seats ?? []).flatMap(({ agent }) => agent?.personId ?? [])
  return firstSteps(actor, {
    heads: await headsOfAll(db, today),
    hasProgramme: seats !== null || (await listProgrammes(db)).length > 0,
    seats,
    uninvited: await listUninvited(db, agentIds),
  })
}
