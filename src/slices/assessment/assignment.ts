import type { Pair } from './panel.ts'

/** So many sheets a judge reads with care; beyond them an assessment is proposed to be shared out. Settled here. */
const mostSheets = 20

/** The fewest judges that mark a project. */
export const fewestPerProject = 3

/**
 * How many judges mark each project, as it is proposed: null for every judge, which needs no correction afterwards and
 * gains more than any statistic, wherever that is no more than twenty sheets for each. Otherwise as many as twenty
 * sheets allow, and at least three.
 */
export function proposedPerProject(judges: number, projects: number): number | null {
  if (projects <= mostSheets || judges <= fewestPerProject) return null
  return Math.max(fewestPerProject, Math.min(judges, Math.floor((mostSheets * judges) / projects)))
}

/** How many sheets each judge fills in when they are shared out evenly; who stays out of projects may have fewer. */
export function sheetsEach(judges: number, projects: number, perProject: number): { fewest: number; most: number } {
  const each = judges === 0 ? 0 : (projects * Math.min(perProject, judges)) / judges
  return { fewest: Math.floor(each), most: Math.ceil(each) }
}

export type Sharing = {
  judges: readonly { personId: string; fields: readonly string[] }[]
  projects: readonly { id: string; areaCodes: readonly string[] }[]
  perProject: number
  /** Judges and projects that do not go together. */
  barred: readonly Pair[]
  /** Sheets that are asked for already, and sheets that are in. */
  kept: readonly Pair[]
}

/** A field that is the judge's own counts as much as so many sheets fewer. */
const fieldWorth = 2

/**
 * Pembagian lembar: which sheets are asked for beside those that are, so that each project has at least so many judges
 * as far as there are any who go together with it. Projects with the fewest such judges come first; each takes the
 * judges who have the least to do, and at the same load those with whom its other judges share the fewest projects
 * (Cook et al., Management Science 51(4), 2005: the more pairs of judges meet, the better they can be compared).
 * Neither the order of judges nor that of projects bears on it.
 */
export function shareOut({ judges, projects, perProject, barred, kept }: Sharing): Pair[] {
  const out = new Set(barred.map(keyOf))
  const load = new Map(judges.map(({ personId }) => [personId, 0]))
  const judgesOf = new Map<string, Set<string>>(projects.map(({ id }) => [id, new Set()]))
  const met = new Map<string, number>()
  const add = ({ projectId, judgeId }: Pair) => {
    if (judgesOf.get(projectId)?.has(judgeId)) return
    for (const other of judgesOf.get(projectId) ?? []) met.set(pairOf(judgeId, other), metOf(judgeId, other) + 1)
    judgesOf.get(projectId)?.add(judgeId)
    load.set(judgeId, (load.get(judgeId) ?? 0) + 1)
  }
  const metOf = (a: string, b: string) => met.get(pairOf(a, b)) ?? 0
  for (const pair of kept.filter((one) => !out.has(keyOf(one)))) add(pair)

  const eligible = new Map(
    projects.map(({ id }) => [
      id,
      judges.filter(({ personId }) => !out.has(keyOf({ projectId: id, judgeId: personId }))),
    ]),
  )
  const hardestFirst = projects.toSorted(
    (a, b) => (eligible.get(a.id)?.length ?? 0) - (eligible.get(b.id)?.length ?? 0) || (a.id < b.id ? -1 : 1),
  )
  const added: Pair[] = []
  for (const project of hardestFirst) {
    const there = judgesOf.get(project.id) ?? new Set()
    while (there.size < perProject) {
      const open = (eligible.get(project.id) ?? []).filter(({ personId }) => !there.has(personId))
      const measured = open.map(({ personId, fields }) => {
        const isOwn = fields.some((field) => project.areaCodes.includes(field))
        const weight = (load.get(personId) ?? 0) - (isOwn ? fieldWorth : 0)
        return { personId, weight, met: [...there].reduce((sum, other) => sum + metOf(personId, other), 0) }
      })
      const [one, ...others] = measured
      if (!one) break
      const next = others.reduce((best, other) => (isBefore(other, best) ? other : best), one)
      const pair = { projectId: project.id, judgeId: next.personId }
      add(pair)
      added.push(pair)
    }
  }
  return added
}

type Measured = { personId: string; weight: number; met: number }

const isBefore = (a: Measured, b: Measured): boolean =>
  (a.weight - b.weight || a.met - b.met || (a.personId < b.personId ? -1 : 1)) < 0

const keyOf = ({ projectId, judgeId }: Pair) => `${projectId} ${judgeId}`
const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
