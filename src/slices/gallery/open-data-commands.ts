import type { Database } from '#db'
import { type OpenDataName, openDataNames, openDatasets } from './open-data.ts'
import { findOpenDataState, listOpenDataNotes, saveOpenDataNote } from './open-data-store.ts'

/** How a file of the open data stands, as it was last noted: how many rows, since when it says what it says, and its tag. */
export type OpenDataState = {
  name: OpenDataName
  title: string
  means: string
  count: number
  /** Both null until it was looked at for the first time. */
  changedAt: Date | null
  tag: string | null
}

/** How all files stood when they were last looked through. One query. */
export async function listStates(database: Database): Promise<OpenDataState[]> {
  const notes = new Map((await listOpenDataNotes(database)).map((note) => [note.name, note]))
  return openDataNames.map((name) => {
    const { title, means } = openDatasets[name]
    const { count = 0, changedAt = null, fingerprint = null } = notes.get(name) ?? {}
    return { name, title, means, count, changedAt, tag: fingerprint }
  })
}

/**
 * Looks through all files, and notes those that say something else than before. Rows are read by nobody's request:
 * to look through all of them takes seconds where much is public.
 */
export async function noteOpenData(database: Database, now: Date): Promise<void> {
  // HTTP counts in seconds.
  const changedAt = new Date(Math.floor(now.getTime() / 1000) * 1000)
  for (const name of openDataNames)
    await saveOpenDataNote(database, { name, changedAt, ...(await findOpenDataState(database, name, now)) })
}
