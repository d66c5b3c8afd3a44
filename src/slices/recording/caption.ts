import { conflict } from '#kit/refusal.ts'

/** Baris takarir: what is said from one millisecond of a recording to another. */
export type Cue = { start: number; end: number; text: string }

/** Takarir: what is said in a recording, in one language, or the chapters that it has. */
export type Caption = { recordingId: string; track: string; revision: number }

/** The tracks that a recording may have: languages by their code, and its chapters. */
export const tracks = ['id', 'jv', 'su', 'min', 'ban', 'en', 'chapters'] as const

export const isTrack = (track: string): boolean => tracks.some((one) => one === track)

export const mostCues = 10_000
export const longestCue = 1000
/** 27 hours. */
const latest = 99_999_000

/** Milliseconds of a clock as people and files write it: 1:02:03.500, 2:03,5, 83; undefined for what is none. */
export function readClock(written: string): number | undefined {
  const [, hours = '0', minutes = '0', seconds = '', rest = ''] =
    /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(written.trim()) ?? []
  if (seconds === '') return undefined
  const isClock = written.includes(':')
  if (isClock && Number(seconds) > 59) return undefined
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(rest.padEnd(3, '0'))
}

/** Milliseconds as WebVTT writes them: 00:01:02.500. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const whole = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${whole}.${String(milliseconds % 1000).padStart(3, '0')}`
}

/** The same as people write it, and read it: 1:02,5, or 1:02:03 from an hour on. `readClock` takes both. */
export function shortClockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const whole = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes)
  const rest = String(milliseconds % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${whole}:${two(seconds % 60)}${rest && `,${rest}`}`
}

/** The first cue that cannot be, and why: players and readers go through them from the first to the last. */
export function flawOfCues(cues: readonly Cue[]): { number: number; why: string } | undefined {
  if (cues.length > mostCues) return { number: mostCues, why: `Paling banyak ${mostCues} baris.` }
  for (const [at, { start, end, text }] of cues.entries()) {
    const before = cues[at - 1]
    const why =
      (text === '' && 'Isi teksnya.') ||
      (text.length > longestCue && `Paling banyak ${longestCue} huruf.`) ||
      (end <= start && 'Waktu selesai harus sesudah waktu mulai.') ||
      (end > latest && 'Waktunya terlalu jauh di belakang.') ||
      (before && start < before.start && 'Waktu mulainya sebelum baris di atasnya.')
    if (why) return { number: at + 1, why }
  }
  return undefined
}

/** Milliseconds by which a line may outlast its recording unnoticed: its length is known in whole seconds. */
const slack = 1000

/**
 * How a line lies beyond the end of its recording, which is so many seconds long: it outlasts it, or is never seen.
 * Null where neither, or its length is not known. Settled: that is told and never refused; the recording may have been
 * replaced by a shorter one since, and whoever mends one line need not mend all.
 */
export function beyondEnd(
  { start, end }: Pick<Cue, 'start' | 'end'>,
  seconds: number | null,
): 'outlasts' | 'unseen' | null {
  if (seconds === null || end <= seconds * 1000 + slack) return null
  return start >= seconds * 1000 ? 'unseen' : 'outlasts'
}

/** What is told of lines beyond the end; null where there are none. */
export function beyondInWords(cues: readonly Cue[], seconds: number | null): string | null {
  const ways = cues.map((cue) => beyondEnd(cue, seconds))
  if (seconds === null || ways.every((way) => way === null)) return null
  const [unseen, first] = [ways.filter((way) => way === 'unseen').length, ways.findIndex((way) => way !== null) + 1]
  const at = `durasinya ${shortClockOf(seconds * 1000)}`
  if (unseen === 0) return `Baris ${first} selesai sesudah rekamannya berakhir (${at}).`
  return `${unseen} baris mulai sesudah rekamannya berakhir (${at}) dan tidak pernah tampil. Mungkin dari versi lain.`
}

/** What was typed for a cue of this number; number 0 is a new one, and one without a text goes. */
export type CueEdit = Cue & { number: number }

/** The cues as they are after the edits: those not named stay, and all stand in the order of their time. */
export function editCues(cues: readonly Cue[], edits: readonly CueEdit[]): Cue[] {
  const edited = new Map(edits.map(({ number, ...cue }) => [number, cue]))
  const kept = cues.map((cue, at) => edited.get(at + 1) ?? cue)
  const added = edited.get(0)
  const all = [...kept, ...(added ? [added] : [])].filter(({ text }) => text !== '')
  const ordered = all.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const flaw = flawOfCues(ordered)
  if (flaw) throw conflict(`Baris ${flaw.number}: ${flaw.why}`)
  return ordered
}

/** The lines in which these words stand, capitals and line ends aside; all of them where no word is asked for. */
export function cuesWith(cues: readonly Cue[], words: string): Cue[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').toLocaleLowerCase('id')
  return cues.filter(({ text }) => plain(text).includes(plain(words)))
}
