import { shortened } from '#kit/text.ts'
import { durationInIso } from '#recording'
import type { ShownRecording } from './shown-recording-store.ts'
import type { ShownProject } from './shown-store.ts'

/** Letters that a card of a messenger shows of a description. */
const longestDescription = 200

/** The project in a sentence or two, for cards and lists elsewhere. */
export const descriptionOf = (project: ShownProject): string =>
  shortened(project.wantedCondition || project.problem || project.title, longestDescription)

export const addressOfProject = (url: string, { code }: Pick<ShownProject, 'code'>) => `${url}/galeri/${code}`
export const posterOf = (url: string, { code }: Pick<ShownRecording, 'code'>) => `${url}/media/${code}/poster.webp`

/** The film that a card shows: the newest that everybody can play, recordings coming newest first. */
export const filmOf = (recordings: readonly ShownRecording[]): ShownRecording | undefined =>
  recordings.find(({ kind, hasLight }) => kind === 'film' && hasLight)

/** The project's films as schema.org knows them, for searchers (VideoObject wants a name, a picture and a date). */
export const videoObjects = (url: string, project: ShownProject, recordings: readonly ShownRecording[]) =>
  recordings
    .filter(({ kind, hasPoster, hasLight }) => kind === 'film' && hasPoster && hasLight)
    .map((recording) => ({
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: recording.title,
      description: recording.description || descriptionOf(project),
      thumbnailUrl: posterOf(url, recording),
      uploadDate: project.publishedAt.toISOString(),
      ...(recording.duration ? { duration: durationInIso(recording.duration) } : {}),
      contentUrl: `${url}/media/${recording.code}/film.mp4`,
      embedUrl: `${addressOfProject(url, project)}/bingkai`,
      inLanguage: 'id',
      publisher: { '@type': 'GovernmentOrganization', name: project.agencyName },
      isPartOf: { '@type': 'CreativeWork', name: project.title, url: addressOfProject(url, project) },
    }))

/** JSON that may stand in a script element: nothing in it ends the element. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')
