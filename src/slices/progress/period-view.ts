import type { Db } from '#db'
import { type Day, dayIn, type Zone } from '#kit/date.ts'
import type { Programme } from '#programme'
import {
  closedBefore,
  periodOn,
  periodsOf,
  type Reportable,
  type ReportingPeriod,
  type ReportingStanding,
  standingIn,
} from './period.ts'
import { listRuns, type Run } from './period-store.ts'
import type { Told } from './told.ts'
import { listTold } from './told-store.ts'

/** The periods of a programme, and how projects stand in them. */
export type Reporting = {
  /** Those that have opened, oldest first; none where the programme asks for no reports. */
  opened: ReportingPeriod[]
  /** The one that is reported today. */
  present: ReportingPeriod | null
  /** The one that closed last. */
  closed: ReportingPeriod | null
  standingOf: (projectId: string, period: ReportingPeriod) => ReportingStanding
}

/** How these projects of a programme stand in its periods. Three queries, or none where nothing is asked. */
export const listReporting = async (db: Db, programme: Programme, projectIds: string[], moment: ReportingMoment) =>
  reportingFrom(db, programme, asksReports(programme) ? await listTold(db, projectIds) : nothing, moment)

/** The same from what was read already. One query, or none where nothing is asked. */
export async function reportingFrom(
  db: Db,
  programme: Programme,
  told: Told,
  { zone, today }: ReportingMoment,
): Promise<Reporting> {
  const periods = periodsOf(programme)
  const opened = periods.filter(({ fromOn }) => fromOn <= today)
  const present = periodOn(opened, today) ?? null
  const projects = reportable(asksReports(programme) ? await listRuns(db, told.projectIds) : [], told, zone)
  return {
    opened,
    present,
    closed: closedBefore(opened, today) ?? null,
    standingOf: (projectId, period) => standingIn(periods, period, projects.get(projectId) ?? neverRan, today),
  }
}

type ReportingMoment = { zone: Zone; today: Day }

const asksReports = ({ reporting }: Programme) => reporting !== 'none'
const nothing: Told = { projectIds: [], planned: [], reports: [] }
const neverRan: Reportable = { runsFrom: null, runsUntil: null, activities: [], reports: [] }

function reportable(runs: Run[], told: Told, zone: Zone): Map<string, Reportable> {
  const activities = Map.groupBy(told.planned, ({ projectId }) => projectId)
  const reports = Map.groupBy(told.reports, ({ projectId }) => projectId)
  return new Map(
    runs.map(({ projectId, agreedAt, finishedAt }) => [
      projectId,
      {
        runsFrom: dayIn(zone, agreedAt),
        runsUntil: finishedAt && dayIn(zone, finishedAt),
        activities: activities.get(projectId) ?? [],
        reports: (reports.get(projectId) ?? []).map(({ reportedAt, ...report }) => ({
          ...report,
          on: dayIn(zone, reportedAt),
        })),
      },
    ]),
  )
}

/** The period that is late for a project now: the one that closed last, while it has not been made up for. */
export const latePeriodOf = ({ closed, standingOf }: Reporting, projectId: string): ReportingPeriod | null =>
  closed && standingOf(projectId, closed).state === 'late' ? closed : null
