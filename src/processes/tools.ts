import { execFile } from 'node:child_process'
import { access, constants, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { canCage } from '#documents/office-cage.ts'

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

/** LibreOffice's `soffice`, or the sentence that says why no office file is turned into PDF on this machine. */
export type FoundOffice = { program: string } | { obstacle: string }

/** Looks for LibreOffice, and whether this machine lets it be put in the cage without which it sees no stranger's file. */
export async function findOffice(configured: string | undefined): Promise<FoundOffice> {
  if (process.platform !== 'linux') return { obstacle: 'hanya didukung di Linux' }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const places = configured ? [path.resolve(configured)] : folders.map((folder) => path.join(folder, 'soffice'))
  for (const place of places) {
    const program = await access(place, constants.X_OK)
      .then(() => realpath(place))
      .catch(() => undefined)
    if (program === undefined) continue
    return (await canCage()) ? { program } : { obstacle: 'LibreOffice ada, tetapi mesin ini melarang unshare' }
  }
  return { obstacle: 'LibreOffice tidak ada' }
}
