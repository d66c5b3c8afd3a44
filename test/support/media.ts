import { findMedia } from '#media'

const { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath } = process.env

/** ffmpeg of this machine; undefined where there is none. */
export const media = await findMedia({ ffmpegPath, ffprobePath })

/** Why what needs ffmpeg is skipped, for the test's name; empty where it is not. */
export const noMedia = media ? '' : ', skipped: no ffmpeg; install it or set FFMPEG_PATH'
