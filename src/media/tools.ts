import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldestFfmpeg = 5

/** The programs with which films are worked on, and the words that go before them. */
export type Media = { ffmpeg: string; ffprobe: string; before: readonly string[] }

type Paths = { ffmpegPath: string | undefined; ffprobePath: string | undefined }

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

/** Bytes that a program may ask for: an 8K film takes 1.2 GB, and what takes much more was made to fill a machine. */
export const mostMemory = 4 * 2 ** 30

/** Words before a program that hold it to so many bytes of memory. */
export const boundedTo = (bytes: number): string[] => ['prlimit', `--as=${bytes}`]

/** The programs of this machine; undefined where ffmpeg is missing or too old. */
export async function findMedia({ ffmpegPath, ffprobePath }: Paths): Promise<Media | undefined> {
  const ffprobe = ffprobePath ?? 'ffprobe'
  if (!(await findFfmpeg(ffmpegPath)) || !(await works(ffprobe, ['-version']))) return undefined
  // Linux ends it when our process ends, however that was; others leave it to come to its own end.
  const bound = (await works('setpriv', ['--pdeathsig', 'KILL', 'true'])) ? ['setpriv', '--pdeathsig', 'KILL'] : []
  const limited = (await works('prlimit', ['--as=unlimited', 'true'])) ? boundedTo(mostMemory) : []
  const gentle = (await works('nice', ['-n', '10', 'true'])) ? ['nice', '-n', '10'] : []
  return { ffmpeg: ffmpegPath ?? 'ffmpeg', ffprobe, before: [...bound, ...limited, ...gentle] }
}

const works = (program: string, args: string[]): Promise<boolean> =>
  run(program, args).then(
    () => true,
    () => false,
  )
