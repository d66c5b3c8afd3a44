import { shortened } from '#kit/text.ts'
import { durationInIso, licences, type RecordingKind, recordingNames } from '#recording'
import type { ShownRecording } from './shown-recording-store.ts'
import type { ShownProject } from './shown-store.ts'

/** Letters that a card of a messenger shows of a description. */
const longestDescription = 200

/** The project in a sentence or two, for cards and lists elsewhere. */
export const descriptionOf = (project: ShownProject): string =>
  shortened(project.wantedCondition || project.problem || project.title, longestDescription)

/** The same of a recording; where nothing is said of it, of its project. */
export const descriptionOfRecording = (project: ShownProject, { description }: ShownRecording): string =>
  description === '' ? descriptionOf(project) : shortened(description, longestDescription)

export const pathOfRecording = (code: string) => `/galeri/dokumentasi/${code}`

export const addressOfProject = (url: string, { code }: Pick<ShownProject, 'code'>) => `${url}/galeri/${code}`
export const addressOfRecording = (url: string, { code }: Pick<ShownRecording, 'code'>) =>
  `${url}${pathOfRecording(code)}`
export const posterOf = (url: string, { code }: Pick<ShownRecording, 'code'>) => `${url}/media/${code}/poster.webp`

/** Where the recording itself is handed out. */
export const mediaPath = ({ code, kind }: Pick<ShownRecording, 'code' | 'kind'>) =>
  `/media/${code}/${recordingNames[kind]}`

/** Whether everybody can play it: of a film only what was made of it is public, never the original with its place. */
export const isPlayable = ({ kind, hasLight }: Pick<ShownRecording, 'kind' | 'hasLight'>): boolean =>
  kind !== 'film' || Boolean(hasLight)

/** The film that a card shows: the newest that everybody can play, recordings coming newest first. */
export const filmOf = (recordings: readonly ShownRecording[]): ShownRecording | undefined =>
  recordings.find((recording) => recording.kind === 'film' && isPlayable(recording))

const types: Record<RecordingKind | 'set', string> = {
  set: 'ImageGallery',
  film: 'VideoObject',
  sound: 'AudioObject',
  picture: 'ImageObject',
  document: 'DigitalDocument',
}

/** Whether it is several pictures, of which the first stands for all. */
export const isSet = ({ kind, pictures }: Pick<ShownRecording, 'kind' | 'pictures'>): boolean =>
  kind === 'picture' && pictures > 1

/** What is said in a recording that has no speech (ISO 639-2). */
const nothingSpoken = 'zxx'

/**
 * A recording as schema.org knows it, for searchers; undefined for a film that cannot be played yet, or has no
 * picture, which they refuse (VideoObject wants a name, a picture and a date). `transcript` is what is said in it.
 */
export function mediaObject(url: string, project: ShownProject, recording: ShownRecording, transcript = '') {
  const { kind, duration, language, licence, keywords, recordedOn, hasPoster } = recording
  if (!isPlayable(recording) || (kind === 'film' && !hasPoster)) return undefined
  const address = addressOfRecording(url, recording)
  const rights = licences[licence].address
  return {
    '@context': 'https://schema.org',
    '@type': types[isSet(recording) ? 'set' : kind],
    '@id': address,
    url: address,
    name: recording.title,
    description: recording.description || descriptionOf(project),
    ...(hasPoster ? { thumbnailUrl: posterOf(url, recording) } : {}),
    uploadDate: project.publishedAt.toISOString(),
    ...(recordedOn ? { dateCreated: recordedOn } : {}),
    ...(duration ? { duration: durationInIso(duration) } : {}),
    [isSet(recording) ? 'image' : 'contentUrl']: `${url}${mediaPath(recording)}`,
    ...(kind === 'film' ? { embedUrl: `${address}/bingkai` } : {}),
    ...(language === nothingSpoken ? {} : { inLanguage: language }),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(rights ? { license: rights } : {}),
    ...(transcript === '' ? {} : { transcript }),
    publisher: { '@type': 'GovernmentOrganization', name: project.agencyName },
    isPartOf: { '@type': 'CreativeWork', name: project.title, url: addressOfProject(url, project) },
  }
}

/** JSON that may stand in a script element: nothing in it ends the element. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')
