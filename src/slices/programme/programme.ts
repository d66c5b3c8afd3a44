import { addDays, type Day, daysBetween } from '#kit/date.ts'

/** The parts of a project's way, in their order. */
export const stageKinds = [
  'preparing',
  'approval',
  'verification',
  'presentation',
  'running',
  'finishing',
  'assessment',
  'entry',
] as const
export type StageKind = (typeof stageKinds)[number]

/**
 * Which agents the LKE counts: those in force on the last day of the year (what we take unless told otherwise), or
 * everybody appointed at any time in it. The sources are silent, so each programme says which.
 */
export const agentCounts = ['last-day', 'any-time'] as const
export type AgentCount = (typeof agentCounts)[number]

/** How often progress is reported. Agencies differ, so each programme says it; nothing is asked where it says none. */
export const reportings = ['monthly', 'quarterly', 'half-yearly', 'none'] as const
export type Reporting = (typeof reportings)[number]

/** The most days that a report may take after its period: a month, so that the next one is hardly past. */
export const mostReportDays = 30

/** Program (periode): one round of the programme, with free dates; until is its last day. */
export type Programme = {
  agencyId: string
  id: string
  slug: string
  name: string
  /** The set of reform areas and targets under which it runs. */
  setCode: string
  fromOn: Day
  untilOn: Day
  agentCount: AgentCount
  reporting: Reporting
  /** Days after the last day of a period until its report is due. */
  reportDays: number
  /** A project is declared finished only once its follow-ups are closed; no source asks for it, so it is off at first. */
  finishNeedsClosed: boolean
  revision: number
}

/** The years of a term, as addresses name it: "2021", "2026-2027". */
export const yearsOf = ({ fromOn, untilOn }: Pick<Programme, 'fromOn' | 'untilOn'>): string =>
  [...new Set([fromOn.slice(0, 4), untilOn.slice(0, 4)])].join('-')

/** Tahap: a part of a project's way, with the last day on which a project may be in it without being late. */
export type Stage = { kind: StageKind; dueOn: Day }

/** The due day of a stage; null where the programme gives none, and then nothing is late. */
export const dueOf = (stages: readonly Stage[], kind: StageKind): Day | null =>
  stages.find((stage) => stage.kind === kind)?.dueOn ?? null

/** The programme that runs on a day: of several the one that began last; undefined between two rounds. */
export const inForceOn = <P extends Pick<Programme, 'fromOn' | 'untilOn'>>(
  programmes: readonly P[],
  day: Day,
): P | undefined =>
  programmes
    .filter(({ fromOn, untilOn }) => fromOn <= day && untilOn >= day)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0]

/** How far into the programme each stage ends, of 100: two thirds of the term are for carrying out. */
const shares: Record<StageKind, number> = {
  preparing: 12,
  approval: 16,
  verification: 20,
  presentation: 25,
  running: 84,
  finishing: 90,
  assessment: 95,
  entry: 100,
}

/** Due days to begin with, spread over the term; whoever makes the programme changes them. */
export const proposeStages = (fromOn: Day, untilOn: Day): Stage[] =>
  stageKinds.map((kind) => ({
    kind,
    dueOn: addDays(fromOn, Math.floor((daysBetween(fromOn, untilOn) * shares[kind]) / 100)),
  }))

/** The longest term; decrees appoint for one or two years, and what is longer is a slip of the pen. */
const longestTerm = 3 * 366
/** An entry to the competition may be due after the programme has ended. */
const longestAfter = 366

/** What is wrong with a programme's dates, by field (`fromOn`, `untilOn`, or the kind of a stage). */
export function wrongDates({ fromOn, untilOn, stages }: Term): Partial<Record<'untilOn' | StageKind, string>> {
  if (untilOn <= fromOn) return { untilOn: 'Hari terakhir harus setelah hari pertama.' }
  if (daysBetween(fromOn, untilOn) > longestTerm) return { untilOn: 'Masa program paling lama tiga tahun.' }
  const wrong: Partial<Record<StageKind, string>> = {}
  let before: Stage | undefined
  for (const stage of stages) {
    if (stage.dueOn < fromOn) wrong[stage.kind] = 'Batas waktu ini sebelum program dimulai.'
    else if (daysBetween(untilOn, stage.dueOn) > longestAfter)
      wrong[stage.kind] = 'Batas waktu ini lebih dari setahun setelah program berakhir.'
    else if (before && stage.dueOn < before.dueOn)
      wrong[stage.kind] = 'Batas waktu ini sebelum batas waktu tahap sebelumnya.'
    before = stage
  }
  return wrong
}

type Term = { fromOn: Day; untilOn: Day; stages: readonly Stage[] }
