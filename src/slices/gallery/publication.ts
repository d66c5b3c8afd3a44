import { conflict } from '#kit/refusal.ts'

/** Penerbitan: whether a project is shown to everybody, and whether its agent agreed to be named. */
export type Publication = {
  agencyId: string
  projectId: string
  agreedAt: Date | null
  agreedById: string | null
  publishedAt: Date | null
  takenBack: string | null
  /** The version of the plan whose initiatives and activities are shown; null while none is. */
  planVersion: number | null
  /** What it was called before the public when it was taken back. */
  lastTitle: string | null
  revision: number
}

/** A project of which nothing was said yet. */
export const unpublished = (agencyId: string, projectId: string): Publication => ({
  agencyId,
  projectId,
  agreedAt: null,
  agreedById: null,
  publishedAt: null,
  takenBack: null,
  planVersion: null,
  lastTitle: null,
  revision: 1,
})

/** Its agent agrees to be named in public. */
export function agree(publication: Publication, personId: string, now: Date): Publication {
  if (publication.agreedAt) throw conflict('Persetujuan ini sudah diberikan.')
  return { ...publication, agreedAt: now, agreedById: personId }
}

/** Its agent no longer agrees: what was published is at once no longer public. */
export function disagree(publication: Publication, { title }: { title: string }): Publication {
  if (!publication.agreedAt) throw conflict('Belum ada persetujuan yang dapat dicabut.')
  const takenBack = publication.publishedAt ? 'Agen mencabut persetujuannya.' : publication.takenBack
  const gone = { publishedAt: null, takenBack, planVersion: null }
  return { ...publication, ...gone, agreedAt: null, agreedById: null, lastTitle: lastTitleOf(publication, title) }
}

/** What is called so now if it is before the public, else what it was called when it last was. */
const lastTitleOf = ({ publishedAt, lastTitle }: Publication, title: string) => (publishedAt ? title : lastTitle)

/**
 * The secretariat publishes it, once its agent has agreed, and once there is something to show: a project that runs
 * or has ended well. Of its plan the version that is agreed now is shown; a later one once it is published anew.
 */
export function publish(
  publication: Publication,
  project: { state: string; agreedVersion: number | null },
  now: Date,
): Publication {
  if (!publication.agreedAt) throw conflict('Agen belum setuju namanya disebut, jadi proyek belum dapat diterbitkan.')
  if (!isShowable(project)) throw conflict('Proyek dapat diterbitkan setelah rencananya ditetapkan.')
  return { ...publication, publishedAt: now, takenBack: null, lastTitle: null, planVersion: project.agreedVersion }
}

/** The states in which a project has something to show. */
export const showable = ['running', 'finished', 'closed'] as const

export const isShowable = ({ state }: { state: string }): boolean => showable.some((one) => one === state)

/** The secretariat takes it back, and says why. */
export function takeBack(publication: Publication, { title }: { title: string }, reason: string): Publication {
  if (!publication.publishedAt) throw conflict('Proyek ini tidak sedang terbit.')
  return { ...publication, publishedAt: null, takenBack: reason, planVersion: null, lastTitle: title }
}
