import type { Database, Db } from '#db'
import { findEntry } from '#journal'
import { mailJob } from '#mail'
import { noticeJobs } from '#notices'

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
    for (const id of heard.splice(0)) {
      const entry = await findEntry(db, id)
      if (!entry) continue
      for (const job of noticeJobs)
        if (job.events.includes(entry.event)) await job.answer(db, entry, entry.at, undefined)
    }
  }
  return { database: retold, answer }
}
