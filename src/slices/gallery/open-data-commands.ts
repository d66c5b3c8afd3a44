import type { Database } from '#db'
import { type OpenDataName, openDataNames, openDatasets } from './open-data.ts'
import { findOpenDataState, noteOpenData } from './open-data-store.ts'

/** How a file of the open data stands: how many rows, since when it says what it says, and the tag of that. */
export type OpenDataState = {
  name: OpenDataName
  title: string
  means: string
  count: number
  changedAt: Date
  tag: string
}

/** How one file stands. Two queries, and a third when its rows are others than when it was last asked for. */
export async function stateOf(database: Database, name: OpenDataName, now: Date): Promise<OpenDataState> {
  const { count, fingerprint } = await findOpenDataState(database, name, now)
  const changedAt = await noteOpenData(database, { name, fingerprint }, now)
  const { title, means } = openDatasets[name]
  return { name, title, means, count, changedAt, tag: fingerprint }
}

/** How all of them stand. */
export async function statesOf(database: Database, now: Date): Promise<OpenDataState[]> {
  const states: OpenDataState[] = []
  for (const name of openDataNames) states.push(await stateOf(database, name, now))
  return states
}
