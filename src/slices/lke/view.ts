import type { Context } from 'hono'
import { beginningOf, type Day } from '#kit/date.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { listProgrammes } from '#programme'
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
}

/** The figures of the year that is asked for, as far as the actor may read them. Three queries. */
export async function lkeOf(c: Context<Web>): Promise<Lke> {
  const { db, actor, today, zone } = c.var
  if (!readsLke(actor)) throw forbidden()
  const programmes = await listProgrammes(db)
  const asked = c.req.query('tahun') ?? today.slice(0, 4)
  if (!/^(19|20)\d\d$/.test(asked)) throw notFound()
  const year = Number(asked)
  const own = unitsRead(actor)
  const [from, until] = [beginningOf(zone, `${year}-01-01`), beginningOf(zone, `${year + 1}-01-01`)]
  const within = { year, from, until, units: own }
  const agents = (await listAppointed(db, within)).filter((one) => countsIn(year, one))
  const changes = await listChanged(db, within)
  return {
    year,
    years: yearsWithin(programmes, today),
    agents,
    changes,
    agency: own === null ? figuresOf(agents, changes) : null,
    units: figuresByUnit(agents, changes),
    readings: readingsOf(agents),
  }
}

function yearsWithin(programmes: { fromOn: Day; untilOn: Day }[], today: Day): number[] {
  const years = new Set([Number(today.slice(0, 4))])
  for (const { fromOn, untilOn } of programmes)
    for (let year = Number(fromOn.slice(0, 4)); year <= Number(untilOn.slice(0, 4)); year += 1) years.add(year)
  return [...years].toSorted((a, b) => b - a)
}
