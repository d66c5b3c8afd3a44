import type { Day } from '#kit/date.ts'

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
  revision: number
}

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
