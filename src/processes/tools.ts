import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldestFfmpeg = 5

/** The version of the ffmpeg that media jobs will use; undefined where none is, or one that is too old. */
export async function findFfmpeg(configured: string | undefined): Promise<string | undefined> {
  try {
    const { stdout } = await run(configured ?? 'ffmpeg', ['-version'])
    const [, version = ''] = /^ffmpeg version (\S+)/.exec(stdout) ?? []
    const major = Number.parseInt(version.replace(/^n/, ''), 10)
    // Builds from a snapshot ("N-109000-g…") are newer than any release.
    return Number.isNaN(major) || major >= oldestFfmpeg ? version : undefined
  } catch {
    return undefined
  }
}

/** The programs with which films are looked into; both undefined where ffmpeg is missing or too old. */
export async function findMedia({
  ffmpegPath,
  ffprobePath,
}: {
  ffmpegPath: string | undefined
  ffprobePath: string | undefined
}): Promise<{ ffmpeg: string | undefined; ffprobe: string | undefined }> {
  const isThere = (await findFfmpeg(ffmpegPath)) !== undefined
  return isThere
    ? { ffmpeg: ffmpegPath ?? 'ffmpeg', ffprobe: ffprobePath ?? 'ffprobe' }
    : { ffmpeg: undefined, ffprobe: undefined }
}
