import type { Context } from 'hono'
import { beginningOf, type Day } from '#kit/date.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { listProgrammes } from '#programme'
import { listProving, type ProvingRow } from '#progress'
import type { Web } from '#web/request.ts'
import { type CountedAgent, type CountedChange, countsIn, figuresByUnit, figuresOf, readingsOf } from './lke.ts'
import { readsLke, unitsRead } from './policy.ts'
import { listAppointed, listChanged } from './store.ts'

export type Lke = {
  year: number
  /** The years in which a programme ran, the latest first. */
  years: number[]
  agents: CountedAgent[]
  changes: CountedChange[]
  /** Null where the actor reads the own units only. */
  agency: ReturnType<typeof figuresOf> | null
  units: ReturnType<typeof figuresByUnit>
  readings: ReturnType<typeof readingsOf>
  /** The evidence that proves the questions in this year. */
  proving: ProvingRow[]
}

/** The year that is asked for, this one where none is; for whoever reads figures of the LKE. */
export function yearAsked(c: Context<Web>): number {
  if (!readsLke(c.var.actor)) throw forbidden()
  const asked = c.req.query('tahun') ?? c.var.today.slice(0, 4)
  if (!/^(19|20)\d\d$/.test(asked)) throw notFound()
  return Number(asked)
}

/** The figures of the year that is asked for, as far as the actor may read them. Four queries. */
export async function lkeOf(c: Context<Web>): Promise<Lke> {
  const { db, actor, today, zone } = c.var
  const year = yearAsked(c)
  const own = unitsRead(actor)
  const [from, until] = [beginningOf(zone, `${year}-01-01`), beginningOf(zone, `${year + 1}-01-01`)]
  const within = { year, from, until, units: own }
  const [programmes, appointed, changes, proving] = await Promise.all([
    listProgrammes(db),
    listAppointed(db, within),
    listChanged(db, within),
    listProving(db, { year, units: own }),
  ])
  const agents = appointed.filter((one) => countsIn(year, one))
  return {
    year,
    years: yearsWithin(programmes, today),
    agents,
    changes,
    agency: own === null ? figuresOf(agents, changes) : null,
    units: figuresByUnit(agents, changes),
    readings: readingsOf(agents),
    proving,
  }
}

function yearsWithin(programmes: { fromOn: Day; untilOn: Day }[], today: Day): number[] {
  const years = new Set([Number(today.slice(0, 4))])
  for (const { fromOn, untilOn } of programmes)
    for (let year = Number(fromOn.slice(0, 4)); year <= Number(untilOn.slice(0, 4)); year += 1) years.add(year)
  return [...years].toSorted((a, b) => b - a)
}
