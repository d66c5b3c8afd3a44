import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { transact } from '#db'
import { bytesOf, claimUpload, type Files, listFilesOf, receiveFile } from '#files'
import type { Answer } from '#jobs'
import { recordPreservation } from '#preservation'
import { software } from './software.ts'
import { findRecordingById, saveDuration } from './store.ts'

const run = promisify(execFile)

/** Programs of the machine, by name or path; undefined where films cannot be looked into. */
export type MediaTools = { files: Files; ffmpeg: string | undefined; ffprobe: string | undefined }

/** A stranger's file is read from the disk alone: a playlist may not lead the program to other files or machines. */
const careful = ['-v', 'error', '-protocol_whitelist', 'file,pipe']
const within = { timeout: 120_000, maxBuffer: 1_000_000 }

/**
 * Measures a film that came in and takes a picture of it. Without ffmpeg nothing is done: the film is kept and plays
 * all the same. Done twice it is done once.
 */
const lookInto: Answer<MediaTools> = {
  queue: 'recording.look-into',
  events: ['recording.added', 'recording.imported'],
  within: 300,
  answer: async (db, entry, now, { files, ffmpeg, ffprobe }) => {
    if (!ffmpeg || !ffprobe) return
    const recording = await findRecordingById(db, entry.thingId)
    const kept = await listFilesOf(db, 'recording', [entry.thingId])
    const master = kept.find(({ part }) => part === 'master')
    if (!recording || !master || !['film', 'sound'].includes(recording.kind)) return
    const folder = await mkdtemp(path.join(tmpdir(), 'rintis-film-'))
    try {
      await files.blobs.withLocalCopy(db.agencyId, master.sha256, async (film) => {
        const duration = await measure(ffprobe, film)
        if (duration > 0) {
          await transact(db, async (tx) => {
            if (!(await saveDuration(tx, recording.id, duration))) return
            const measured = { figures: { seconds: duration, program: 'ffprobe' }, file: master, software }
            await recordPreservation(
              tx,
              'system',
              { recordingId: recording.id, kind: 'metadata extraction', ...measured },
              now,
            )
          })
        }
        if (recording.kind !== 'film' || kept.some(({ part }) => part === 'poster')) return
        const picture = path.join(folder, 'poster.jpg')
        await takePicture(ffmpeg, film, picture, Math.min(3, Math.floor(duration / 2)))
        const bytes = await readFile(picture)
        const sent = {
          actor: { accountId: recording.accountId },
          name: 'poster.jpg',
          size: bytes.length,
          source: bytesOf(bytes),
        }
        const arrival = await receiveFile(db, files, sent, now)
        if ('refused' in arrival) throw new Error(arrival.refused)
        const to = { kind: 'recording' as const, id: recording.id, part: 'poster' }
        const author = { accountId: recording.accountId, personId: recording.personId }
        await transact(db, async (tx) => {
          const file = await claimUpload(tx, author, arrival.upload.id, to, now)
          const made = { detail: 'poster', figures: { program: 'ffmpeg', sha256: file.sha256 }, file, software }
          await recordPreservation(tx, 'system', { recordingId: recording.id, kind: 'creation', ...made }, now)
        })
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

export const recordingJobs = [lookInto]

/** Whole seconds; 0 where the file doesn't say. */
async function measure(ffprobe: string, film: string): Promise<number> {
  const { stdout } = await run(ffprobe, [...careful, '-show_entries', 'format=duration', '-of', 'json', film], within)
  const { format } = JSON.parse(stdout) as { format?: { duration?: string } }
  return Math.round(Number(format?.duration ?? 0)) || 0
}

async function takePicture(ffmpeg: string, film: string, to: string, at: number): Promise<void> {
  const how = ['-frames:v', '1', '-vf', 'scale=640:-2', '-q:v', '4']
  await run(ffmpeg, ['-nostdin', '-y', ...careful, '-ss', String(at), '-i', film, ...how, to], within)
}
