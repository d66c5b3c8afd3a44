import type { Db } from '#db'
import type { Cue } from './caption.ts'
import { listCaptions, listCues } from './caption-store.ts'

/** What is said in a recording: the tracks there are, the lines of the one that is read here, and its chapters. */
export type Said = {
  tracks: string[]
  /** The language of the lines; null where there are none. */
  language: string | null
  cues: Cue[]
  chapters: Cue[]
}

/** What is said in a recording, in the first language that there is; Indonesian comes first. */
export async function findSaid(db: Db, recordingId: string): Promise<Said> {
  const tracks = (await listCaptions(db, [recordingId])).map(({ track }) => track)
  const spoken = tracks.filter((track) => track !== 'chapters')
  const language = spoken.includes('id') ? 'id' : (spoken[0] ?? null)
  const cues = language ? await listCues(db, recordingId, language) : []
  const chapters = tracks.includes('chapters') ? await listCues(db, recordingId, 'chapters') : []
  return { tracks, language, cues, chapters }
}

/** What an address asks of a recording: from which second it plays, and which words its transcript is read for. */
export type Asked = { at: number | undefined; words: string }

/** Reads `?t=83` and `?kata=antrean`; anything else asks nothing. */
export const askedIn = (query: Record<string, string | undefined>): Asked => ({
  at: /^[1-9]\d{0,5}$/.test(query.t ?? '') ? Number(query.t) : undefined,
  words: (query.kata ?? '').replace(/\s+/g, ' ').trim().slice(0, 100),
})
