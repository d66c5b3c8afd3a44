import type { Database, Db } from '#db'
import { findEntry } from '#journal'
import { mailJob } from '#mail'
import { noticeJobs, slotEvents, tellOfSlots } from '#notices'

/** After so long whoever is invited is told of a schedule that was made in one go. */
const restMinutes = 10

/**
 * The database for telling what is past: events are answered by `answer`, each at the moment of its entry rather than
 * by the worker of today, and no letters go out, since nobody reads what the demonstration's people are sent. Films are
 * worked on by the worker of today, after all.
 */
export function retell(database: Database) {
  const heard: string[] = []
  const retold: Database = {
    ...database,
    publish: async (_, __, { entryId }) => void heard.push(entryId),
    send: async (query, queue, data, how) => {
      if (queue !== mailJob.queue) await database.send(query, queue, data, how)
    },
  }
  /** Answers what was heard since, as the jobs that subscribed to it would. */
  async function answer(db: Db): Promise<void> {
    let scheduledAt: Date | undefined
    for (const id of heard.splice(0)) {
      const entry = await findEntry(db, id)
      if (!entry) continue
      for (const job of noticeJobs)
        if (job.events.includes(entry.event)) await job.answer(db, entry, entry.at, undefined)
      if (slotEvents.includes(entry.event)) scheduledAt = entry.at
    }
    if (scheduledAt) await tellOfSlots(db, new Date(scheduledAt.getTime() + restMinutes * 60_000))
  }
  return { database: retold, answer }
}
