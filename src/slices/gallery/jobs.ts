import type { Answer, Job, Round } from '#jobs'
import { inEachAgency } from '#people'
import { findProjectById, tellOriginal } from '#project'
import { recordingEvents } from '#recording'
import { noteAppearances } from './ark-store.ts'
import { refreshHarvest } from './oai/harvest-commands.ts'
import { listHarvested } from './oai/harvest-store.ts'
import { noteOpenData } from './open-data-commands.ts'
import { findPublication } from './store.ts'

/** What changes what harvesters are given. */
const changing = [
  ...['publication.published', 'publication.taken-back', 'publication.agreement-withdrawn'],
  ...['project.confirmed', 'project.stopped'],
  ...Object.keys(recordingEvents),
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
 * Soon after midnight in all three zones: embargoes end with the day, and names that stand around a recording (its
 * unit's, its programme's) may have changed. When a worker starts as well: what was restored, or published before
 * anything was harvested, has no event to come.
 */
const refreshAll: Round<Tools> = {
  queue: 'gallery.harvest-all',
  cron: '10 0 * * *',
  zone: 'Asia/Jakarta',
  atStart: true,
  within: 3000,
  run: (database, now, { url }) => {
    // A round may last: each record is dated with the second in which it changes, or a harvester who came meanwhile
    // would never hear of it.
    const began = performance.now()
    const at = () => new Date(now.getTime() + performance.now() - began)
    return inEachAgency(database, async (db) => {
      for (const projectId of await listHarvested(db)) await refreshHarvest(db, projectId, url, at())
    })
  },
}

/** What an embargo or a change of access opened is noted within a quarter of an hour; what was published, at once. */
const appearanceJob: Round = {
  queue: 'gallery.appearances',
  cron: '*/15 * * * *',
  zone: 'Asia/Jakarta',
  // Not the step itself: it would take the tools for the one project that it is to look at.
  run: (database, now) => noteAppearances(database, now),
}

/** What opens or closes something to everybody, which whoever has the open data is to hear of soon. */
const opening = [
  ...['publication.published', 'publication.taken-back', 'publication.agreement-withdrawn', 'project.stopped'],
  ...['recording.access-changed', 'recording.embargo-changed', 'recording.removed'],
]

const openDataSoon: Answer = {
  queue: 'gallery.open-data',
  events: opening,
  within: 300,
  answer: async (db, entry, now) => {
    // To look through all files reads all that is public: not for a recording that nobody sees before or after.
    const { projectId } = entry.details
    if (entry.thingKind === 'recording' && typeof projectId === 'string') {
      const publication = await findPublication(db, projectId)
      if (publication?.publishedAt == null) return
    }
    await noteOpenData(db, now)
  },
}

/** Whatever else changes what the open data says: a title, a unit's name, the end of an embargo. */
const openDataRound: Round = {
  queue: 'gallery.open-data-all',
  cron: '5/15 * * * *',
  zone: 'Asia/Jakarta',
  atStart: true,
  within: 600,
  run: (database, now) => noteOpenData(database, now),
}

/** A copy that came before the public is told to the agency of the original. */
const tellOfCopy: Answer = {
  queue: 'gallery.lineage',
  events: ['publication.published'],
  answer: async (db, entry, now) => {
    const copy = await findProjectById(db, entry.thingId)
    if (copy) await tellOriginal(db, copy.id, copy.code, now)
  },
}

export const galleryJobs: Job<Tools>[] = [
  refreshOne,
  refreshAll,
  appearanceJob,
  openDataSoon,
  openDataRound,
  tellOfCopy,
]
