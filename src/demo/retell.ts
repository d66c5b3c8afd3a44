import type { Database, Db } from '#db'
import type { Answer } from '#jobs'
import { findEntry } from '#journal'
import { mailJob } from '#mail'
import { noticeJobs } from '#notices'
import { type MediaTools, recordingJobs } from '#recording'

/** The jobs that answer what happened in the past: notices, and what is made of films where they are kept. */
function answersWith(media: MediaTools): Answer[] {
  return [...noticeJobs, ...recordingJobs.map((job) => withTools(job, media))]
}

const withTools = (job: Answer<MediaTools>, media: MediaTools): Answer => ({
  ...job,
  answer: (db, entry, now) => job.answer(db, entry, now, media),
})

/**
 * The database for telling what is past: events are answered by `answer`, each at the moment of its entry rather than
 * by the worker of today, and no letters go out, since nobody reads what the demonstration's people are sent.
 */
export function retell(database: Database, media: MediaTools) {
  const answers = answersWith(media)
  const heard: string[] = []
  const retold: Database = {
    ...database,
    publish: async (_, __, { entryId }) => void heard.push(entryId),
    send: async (query, queue, data) => {
      if (queue !== mailJob.queue) await database.send(query, queue, data)
    },
  }
  /** Answers what was heard since, as the jobs that subscribed to it would. */
  async function answer(db: Db): Promise<void> {
    for (const id of heard.splice(0)) {
      const entry = await findEntry(db, id)
      if (!entry) continue
      for (const job of answers) if (job.events.includes(entry.event)) await job.answer(db, entry, entry.at, undefined)
    }
  }
  return { database: retold, answer }
}
