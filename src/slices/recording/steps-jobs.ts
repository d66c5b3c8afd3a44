import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Db } from '#db'
import type { Files, StoredFile } from '#files'
import {
  evenLoudness,
  ladderArgs,
  lightArgs,
  type Media,
  type MediaFacts,
  measureArgs,
  posterArgs,
  probeArgs,
  type Running,
  readFacts,
  runTool,
  storyboardArgs,
  storyboardCues,
  ToolFailure,
} from '#media'
import { isCutShort, type ProcessingStep } from './processing.ts'
import type { RecordingRow } from './store.ts'

/** What films are worked on with. */
export type MediaTools = {
  files: Files
  /** The programs of this machine, looked for anew each time: they may be installed while we run. */
  findMedia: () => Promise<Media | undefined>
  /** Says that this worker ends. */
  stopping: AbortSignal
}

/** A step taken by this worker. */
export type Work = {
  db: Db
  row: RecordingRow
  master: StoredFile
  step: ProcessingStep
  run: string
  tools: MediaTools
  now: Date
}

/** What a step works with: the film on this machine, an empty folder of its own, and whom it tells how far it is. */
export type Bench = {
  media: Media
  film: string
  running: Running
  /** 0 to 1, of the step. */
  tell: (done: number) => void
}

/** What the film is. */
export async function lookAt({ media, film, running }: Bench): Promise<MediaFacts> {
  const facts = readFacts((await runTool(media.ffprobe, probeArgs(film), running)).answer)
  if (!facts.picture && !facts.sound) throw new ToolFailure('refused', 'Invalid data found: neither picture nor sound')
  return facts
}

/** Leaves poster.webp in the folder, where the film has a picture. */
export async function makePoster({ media, film, running }: Bench, facts: MediaFacts): Promise<void> {
  if (!facts.picture) return
  const taken = path.join(running.folder, 'poster.png')
  // From its third second on, or its middle where it is shorter; from its beginning where that is all there is.
  for (const at of [Math.min(3, facts.seconds / 2), 0]) {
    await runTool(media.ffmpeg, posterArgs(film, at, taken), running)
    if (existsSync(taken)) break
  }
  if (!existsSync(taken)) throw new ToolFailure('refused', 'partial file: not one picture in it')
  await sharp(taken).webp({ quality: 78 }).toFile(path.join(running.folder, 'poster.webp'))
  await rm(taken)
}

/** Leaves film.mp4, and storyboard.jpg with its storyboard.vtt. */
export async function makeLight(bench: Bench, facts: MediaFacts): Promise<void> {
  const { media, film, running, tell } = bench
  const { seconds } = facts
  const part = (from: number, to: number): Running => ({
    ...running,
    onReached: (reached) => tell(from + (to - from) * shareOf(reached, seconds)),
  })
  await makeStoryboard(bench, facts, part(0, 0.1))
  const measured = facts.sound && (await runTool(media.ffmpeg, measureArgs(film, facts), part(0.1, 0.25))).said
  const even = measured ? evenLoudness(measured) : undefined
  let reached = 0
  const how = part(0.25, 1)
  const onReached = (at: number) => {
    reached = at
    how.onReached?.(at)
  }
  await runTool(media.ffmpeg, lightArgs(film, facts, even, path.join(running.folder, 'film.mp4')), {
    ...how,
    onReached,
  })
  if (isCutShort(reached, seconds)) throw new ToolFailure('refused', 'partial file: it ends before its end')
}

/** A film of which no sheet can be made goes on without one. */
async function makeStoryboard({ media, film }: Bench, facts: MediaFacts, running: Running): Promise<void> {
  if (!facts.picture) return
  const sheet = path.join(running.folder, 'storyboard.jpg')
  try {
    await runTool(media.ffmpeg, storyboardArgs(film, facts, sheet), running)
    const { width, height } = await sharp(sheet).metadata()
    await writeFile(path.join(running.folder, 'storyboard.vtt'), storyboardCues(facts.seconds, { width, height }))
  } catch (error) {
    if (error instanceof ToolFailure && error.failure === 'stopped') throw error
    await rm(sheet, { force: true })
  }
}

/** Leaves master.m3u8 and its versions. */
export async function makeLadder({ media, film, running, tell }: Bench, facts: MediaFacts, light: string) {
  if (!facts.picture) return
  const onReached = (reached: number) => tell(shareOf(reached, facts.seconds))
  await runTool(media.ffmpeg, ladderArgs(film, light, facts), { ...running, onReached })
}

const shareOf = (reached: number, seconds: number) => (seconds > 0 ? Math.min(1, reached / seconds) : 0)
