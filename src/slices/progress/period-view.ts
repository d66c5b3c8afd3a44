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
import { listForPeriods } from './period-store.ts'

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
export async function listReporting(
  db: Db,
  programme: Programme,
  projectIds: string[],
  { zone, today }: { zone: Zone; today: Day },
): Promise<Reporting> {
  const periods = periodsOf(programme)
  const opened = periods.filter(({ fromOn }) => fromOn <= today)
  const present = periodOn(opened, today) ?? null
  const projects = await listReportable(db, periods.length === 0 ? [] : projectIds, zone)
  return {
    opened,
    present,
    closed: closedBefore(opened, today) ?? null,
    standingOf: (projectId, period) => standingIn(periods, period, projects.get(projectId) ?? neverRan, today),
  }
}

const neverRan: Reportable = { runsFrom: null, runsUntil: null, activities: [], reports: [] }

async function listReportable(db: Db, projectIds: string[], zone: Zone): Promise<Map<string, Reportable>> {
  const { runs, planned, given } = await listForPeriods(db, projectIds)
  const activities = Map.groupBy(planned, ({ projectId }) => projectId)
  const reports = Map.groupBy(given, ({ projectId }) => projectId)
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
