import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Language, Licence } from './description.ts'

export type RecordingKind = 'film' | 'sound' | 'picture' | 'document'

/** Akses: everybody, once the project is published; everybody of the agency; or the people of its project alone. */
export type RecordingAccess = 'public' | 'agency' | 'team'

/**
 * Persetujuan mereka yang terekam: not asked yet, nobody in it can be recognised, all who can agreed, or somebody
 * refused.
 */
export type Consent = 'unasked' | 'nobody' | 'all' | 'refused'

/** Dokumentasi: a film, sound, picture or document of a project, kept under a code that never changes. */
export type Recording = {
  agencyId: string
  id: string
  code: string
  projectId: string
  kind: RecordingKind
  title: string
  alternativeTitle: string
  description: string
  recordedOn: Day | null
  keywords: string[]
  language: Language
  /** Where it was recorded, as words: "Ende, Nusa Tenggara Timur". */
  place: string
  /** The address of what it was made from or belongs with. */
  source: string
  licence: Licence
  rightsNote: string
  access: RecordingAccess
  /** The first day on which the public may see it; null where it need not wait. */
  embargoUntil: Day | null
  consent: Consent
  /** The day on which it was given, as its form says. */
  consentOn: Day | null
  /** When it was written down, and by whom. */
  consentAt: Date | null
  consentPersonId: string | null
  /** Seconds; null until it was measured. */
  duration: number | null
  /** The lasting address; null only for one of before, until the worker has given it one. */
  arkNaan: string | null
  arkName: string | null
  removedAt: Date | null
  removedBecause: string | null
  /** Its bytes are gone by decision; what was said of it stays. */
  destroyedAt: Date | null
  accountId: string
  personId: string | null
  revision: number
  createdAt: Date
}

/** What is said of a recording, as one form. */
export type Said = Pick<
  Recording,
  | 'title'
  | 'alternativeTitle'
  | 'description'
  | 'recordedOn'
  | 'keywords'
  | 'language'
  | 'place'
  | 'source'
  | 'licence'
  | 'rightsNote'
>

/** The recording as it is now described; nothing else of it is taken over. */
export function describe(recording: Recording, said: Said): Recording {
  refuseRemoved(recording)
  const { title, alternativeTitle, description, recordedOn, keywords, language, place } = said
  const { source, licence, rightsNote } = said
  const rights = { source, licence, rightsNote }
  return { ...recording, title, alternativeTitle, description, recordedOn, keywords, language, place, ...rights }
}

/** What was taken out is brought back before anything of it is changed. */
export function refuseRemoved({ removedAt }: Pick<Recording, 'removedAt'>): void {
  if (removedAt) throw conflict('Dokumentasi ini sudah dihapus. Pulihkan dahulu untuk mengubahnya.')
}

/** Taken out of the archive with a reason; its bytes stay, so that it can be brought back. */
export function takeOut(recording: Recording, reason: string, now: Date): Recording {
  if (recording.removedAt) throw conflict('Dokumentasi ini sudah dihapus.')
  return { ...recording, removedAt: now, removedBecause: reason }
}

/** Brought back into the archive. */
export function bringBack(recording: Recording): Recording {
  if (!recording.removedAt) throw conflict('Dokumentasi ini tidak dihapus.')
  if (recording.destroyedAt) throw conflict('Dokumentasi ini sudah dimusnahkan, jadi tidak dapat dipulihkan.')
  return { ...recording, removedAt: null, removedBecause: null }
}

/** What a recording is, by the family of its file; undefined for what is no recording. */
export function kindOf(family: string | undefined): RecordingKind | undefined {
  if (family === 'film' || family === 'sound' || family === 'picture') return family
  return family === 'pdf' ? 'document' : undefined
}

/** A length as players write it: 4:05, or 1:02:05 from an hour on. */
export function durationInWords(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
