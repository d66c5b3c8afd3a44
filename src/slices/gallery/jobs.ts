import type { Answer, Job, Round } from '#jobs'
import { dayIn } from '#kit/date.ts'
import { inEachAgency } from '#people'
import { noteAppearances } from './ark-store.ts'
import { refreshHarvest } from './oai/harvest-commands.ts'
import { listHarvested } from './oai/harvest-store.ts'

/** What changes what harvesters are given. */
const changing = [
  ...['publication.published', 'publication.taken-back', 'publication.agreement-withdrawn'],
  ...['recording.changed', 'recording.removed', 'recording.restored', 'project.stopped'],
]

type Tools = {
  /** The public origin. */
  url: string
}

const refreshOne: Answer<Tools> = {
  queue: 'gallery.harvest',
  events: changing,
  within: 300,
  answer: async (db, entry, now, { url }) => {
    const projectId = entry.thingKind === 'project' ? entry.thingId : entry.details.projectId
    if (typeof projectId === 'string') await refreshHarvest(db, projectId, url, now)
  },
}

/**
 * Soon after midnight in each zone: embargoes end with the day, and names that stand around a recording (its unit's,
 * its programme's) may have changed.
 */
const refreshAll: Round<Tools> = {
  queue: 'gallery.harvest-all',
  cron: '10 * * * *',
  zone: 'Asia/Jakarta',
  within: 3000,
  run: (database, now, { url }) =>
    inEachAgency(database, async (db, zone) => {
      const anHourAgo = new Date(now.getTime() - 3_600_000)
      if (dayIn(zone, now) === dayIn(zone, anHourAgo)) return
      for (const projectId of await listHarvested(db)) await refreshHarvest(db, projectId, url, now)
    }),
}

/** What an embargo or a change of access opened is noted within a quarter of an hour; what was published, at once. */
const appearanceJob: Round = {
  queue: 'gallery.appearances',
  cron: '*/15 * * * *',
  zone: 'Asia/Jakarta',
  run: noteAppearances,
}

export const galleryJobs: Job<Tools>[] = [refreshOne, refreshAll, appearanceJob]
