import { by, exact, inFigures } from '#kit/decimal.ts'
import { type Page, pageSize } from '#kit/list.ts'

/** What is counted of the projects of one or more agencies. */
export type NationalFigures = {
  agents: number
  projects: number
  /** Those that are not over, by the stage in which they stand. */
  preparing: number
  approval: number
  verification: number
  presentation: number
  running: number
  finishing: number
  /** Confirmed by somebody other than the agent. */
  closed: number
  stopped: number
  /** Not over, and past the due day of their stage in the agency's own zone. */
  late: number
  /** Part of the management system, by a document that somebody other than the agent verified. */
  integrated: number
}

/** Where a project may stand; each project is in one of these. */
export const standings = [
  'preparing',
  'approval',
  'verification',
  'presentation',
  'running',
  'finishing',
  'closed',
  'stopped',
] as const satisfies (keyof NationalFigures)[]

export const figureNames = ['agents', 'projects', ...standings, 'late', 'integrated'] as const

/** Instansi yang dipantau: an agency with its figures, which name no person. */
export type WatchedAgency = NationalFigures & { agencyId: string; name: string }

/** How many projects serve an area or target. */
export type AimCount = { name: string; projects: number }

/** All figures of these agencies together. */
export const totalOf = (agencies: readonly NationalFigures[]): NationalFigures =>
  Object.fromEntries(
    figureNames.map((name) => [name, agencies.reduce((sum, agency) => sum + agency[name], 0)]),
  ) as NationalFigures

/** Those whose plan has not been agreed yet. */
export const planningOf = ({ preparing, approval, verification, presentation }: NationalFigures): number =>
  preparing + approval + verification + presentation

/** The share of projects that were confirmed as finished: "36,0%"; null where there is no project. */
export const closedShare = ({ closed, projects }: NationalFigures): string | null =>
  projects === 0 ? null : `${inFigures(by(exact(closed * 100), exact(projects)), 1)}%`

/** By what the agencies can be ordered. */
export const orders = ['nama', 'agen', 'proyek', 'terlambat', 'selesai', 'terintegrasi'] as const
export type Order = (typeof orders)[number]

/** What the list of agencies is asked for. */
export type Wanted = { words: string; order: Order; descending: boolean; number: number }

const byOrder: Record<Order, (one: WatchedAgency, other: WatchedAgency) => number> = {
  nama: () => 0,
  agen: (one, other) => one.agents - other.agents,
  proyek: (one, other) => one.projects - other.projects,
  terlambat: (one, other) => one.late - other.late,
  // One share against another without dividing; an agency without projects comes before all.
  selesai: (one, other) =>
    one.projects === 0 || other.projects === 0
      ? Math.sign(one.projects) - Math.sign(other.projects)
      : one.closed * other.projects - other.closed * one.projects,
  terintegrasi: (one, other) => one.integrated - other.integrated,
}

/** The agencies whose name holds the words, in the order that is wanted, equal ones by name. */
export function arrange(agencies: readonly WatchedAgency[], { words, order, descending }: Wanted): WatchedAgency[] {
  const sought = words.toLocaleLowerCase('id')
  const byName = (one: WatchedAgency, other: WatchedAgency) =>
    names.compare(one.name, other.name) || (one.agencyId < other.agencyId ? -1 : 1)
  const way = descending ? -1 : 1
  return agencies
    .filter(({ name }) => name.toLocaleLowerCase('id').includes(sought))
    .sort((one, other) => way * byOrder[order](one, other) || (order === 'nama' ? way : 1) * byName(one, other))
}

/** "Instansi 9" stands before "Instansi 10". */
const names = new Intl.Collator('id', { numeric: true })

/** One page of them; a number past the end is the last. */
export function pageOf<Row>(rows: readonly Row[], number: number): Page<Row> {
  const last = Math.max(1, Math.ceil(rows.length / pageSize))
  const shown = Math.min(number, last)
  const first = (shown - 1) * pageSize
  return { rows: rows.slice(first, first + pageSize), total: rows.length, number: shown, size: pageSize }
}
