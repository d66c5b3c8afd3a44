import type { Database } from '#db'
import { findShownRecording, listShownRecordings, type ShownRecording } from './shown-recording-store.ts'
import { findShown, type ShownProject } from './shown-store.ts'

/** A recording that everybody may see, with its project and what else is shown of that. */
export type ShownAround = { project: ShownProject; recording: ShownRecording; others: ShownRecording[] }

/** The recording of this code, if everybody may see it. Three queries. */
export async function findShownAround(database: Database, code: string, now: Date): Promise<ShownAround | undefined> {
  const place = await findShownRecording(database, code, now)
  const project = place && (await findShown(database, place.projectCode))
  if (!project) return undefined
  const all = await listShownRecordings(database, project, now)
  const recording = all.find((one) => one.code === code)
  return recording && { project, recording, others: all.filter((one) => one !== recording) }
}
