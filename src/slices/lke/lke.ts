import { by, compare, type Exact, exact, plus, times } from '#kit/decimal.ts'
import type { AgentCount } from '#programme'

/** Agen terhitung: a person in a seat, with the unit and the programme whose reading counted it. */
export type CountedAgent = {
  appointmentId: string
  personId: string
  name: string
  seatId: string
  seatNumber: number
  unitId: string
  unitName: string
  programmeId: string
  programmeName: string
  agentCount: AgentCount
  fromOn: string
  untilOn: string
}

/** Perubahan terhitung: a finished project that somebody other than its agent confirmed within the year. */
export type CountedChange = {
  projectId: string
  code: string
  title: string
  seatNumber: number
  unitId: string
  unitName: string
  confirmedAt: Date
  /** The document that proves the integration, once somebody other than the agent verified it; null without one. */
  document: { kind: string; number: string; datedOn: string; verifiedAt: Date } | null
}

/**
 * Whether an appointment counts in the LKE of a year, by the reading of its programme. Settled where the sources are
 * silent: in force on the last day of the year, unless the programme says at any time in it.
 */
export const countsIn = (year: number, one: Pick<CountedAgent, 'agentCount' | 'fromOn' | 'untilOn'>): boolean => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return one.fromOn <= last && one.untilOn >= (one.agentCount === 'any-time' ? first : last)
}

/** Weights of Permenpan RB 90/2021: "komitmen dalam perubahan" is 2.00 for two questions, the appointment one of four of 1.50. */
export const weights = { concrete: exact('1'), integrated: exact('1'), appointed: exact('0.375') }

/** An answer as it is (more than one is possible), what it scores, and what that is worth; null where nothing is divided by. */
export type Answer = { ratio: Exact; score: Exact; points: Exact } | null

const one = exact('1')

/** Settled: shown as it is, scored with the cap of 1, never rounded before weighting; without a denominator null, not 0. */
export function answerOf(over: number, under: number, weight: Exact): Answer {
  if (under === 0) return null
  const ratio = by(exact(over), exact(under))
  const score = compare(ratio, one) > 0 ? one : ratio
  return { ratio, score, points: times(score, weight) }
}

export type Grade = 'A' | 'B' | 'C'
const gradeScores: Record<Grade, Exact> = { A: one, B: exact('0.5'), C: exact('0') }

/**
 * "Sudah ditetapkan agen perubahan" (Permenpan RB 90/2021): A appointed and contributing, B appointed and not yet
 * contributing, C none. Who made at least one change that counts contributes.
 */
export const gradeOf = (agents: number, changes: number): Grade => (agents === 0 ? 'C' : changes > 0 ? 'A' : 'B')

/** What the LKE asks about the agents of an agency or of one of its units. */
export type Figures = {
  agents: number
  changes: number
  integrated: number
  concrete: Answer
  integration: Answer
  grade: Grade
  gradePoints: Exact
  /** Of 2.375; null while a part of it cannot be told yet. */
  total: Exact | null
}

/** The figures of these agents and changes. One person counts once, whatever seats they hold. */
export function figuresOf(counted: readonly CountedAgent[], changed: readonly CountedChange[]): Figures {
  const agents = new Set(counted.map(({ personId }) => personId)).size
  const changes = changed.length
  const integrated = changed.filter(({ document }) => document !== null).length
  const concrete = answerOf(changes, agents, weights.concrete)
  const integration = answerOf(integrated, changes, weights.integrated)
  const grade = gradeOf(agents, changes)
  const gradePoints = times(gradeScores[grade], weights.appointed)
  const total = concrete && integration && plus(plus(concrete.points, integration.points), gradePoints)
  return { agents, changes, integrated, concrete, integration, grade, gradePoints, total }
}

export type UnitFigures = { unitId: string; unitName: string } & Figures

/** The same for each unit that has an agent or a change, by name. */
export function figuresByUnit(counted: readonly CountedAgent[], changed: readonly CountedChange[]): UnitFigures[] {
  const agentsOf = Map.groupBy(counted, ({ unitId }) => unitId)
  const changesOf = Map.groupBy(changed, ({ unitId }) => unitId)
  const names = new Map([...counted, ...changed].map(({ unitId, unitName }) => [unitId, unitName]))
  return [...names]
    .map(([unitId, unitName]) => ({
      unitId,
      unitName,
      ...figuresOf(agentsOf.get(unitId) ?? [], changesOf.get(unitId) ?? []),
    }))
    .toSorted((a, b) => a.unitName.localeCompare(b.unitName, 'id'))
}

/** The readings in force among these agents, each with the programmes that chose it. */
export const readingsOf = (counted: readonly CountedAgent[]): { agentCount: AgentCount; programmes: string[] }[] =>
  [...Map.groupBy(counted, ({ agentCount }) => agentCount)].map(([agentCount, rows]) => ({
    agentCount,
    programmes: [...new Set(rows.map(({ programmeName }) => programmeName))],
  }))
