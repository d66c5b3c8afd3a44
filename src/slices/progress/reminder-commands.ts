import { type Db, transact } from '#db'
import { isRecorded, record } from '#journal'
import { dayIn, type Zone } from '#kit/date.ts'
import { listProgrammes } from '#programme'
import { holdProject } from '#project'
import { type Reminder, type ReportingPeriod, reminderFor } from './period.ts'
import { listRunning } from './period-store.ts'
import { listReporting, type Reporting } from './period-view.ts'

const events = {
  soon: 'progress.reminded',
  late: 'progress.overdue',
  head: 'progress.escalated',
} satisfies Record<Reminder, string>

/**
 * Reminds every running project of the agency that owes a report, each once per period and kind. The entry is the
 * reminder: whoever answers it tells the agent and the head.
 */
export async function remindOfReports(db: Db, zone: Zone, now: Date): Promise<void> {
  const today = dayIn(zone, now)
  for (const programme of await listProgrammes(db)) {
    if (programme.reporting === 'none') continue
    const projects = await listRunning(db, programme.id)
    const ids = projects.map(({ id }) => id)
    const reporting = await listReporting(db, programme, ids, { zone, today })
    for (const { id, code } of projects)
      for (const { period, kind } of owedBy(reporting, id, today)) await remind(db, code, period, kind, now)
  }
}

/** The period that is late, and the one whose due day is near. */
function owedBy(reporting: Reporting, projectId: string, today: string) {
  const { present, closed, standingOf } = reporting
  return [closed, present].flatMap((period) => {
    const kind = period && reminderFor(period, today)
    if (!period || !kind) return []
    return ['open', 'late'].includes(standingOf(projectId, period).state) ? [{ period, kind }] : []
  })
}

const remind = (db: Db, code: string, period: ReportingPeriod, kind: Reminder, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, code)
    if (project?.state !== 'running') return
    const about = { projectId: project.id, period: period.code }
    const reminded = { event: events[kind], thing: { kind: 'project' as const, id: project.id }, details: about }
    if (await isRecorded(tx, reminded)) return
    await record(tx, 'system', { ...reminded, details: { ...about, dueOn: period.dueOn } }, now)
  })
