import type { MediaFacts } from './facts.ts'

/** A version of a film for one speed of line: the length of its shorter side, and what it may take. */
type Rung = { side: number; kilobits: number }

const allRungs: readonly Rung[] = [
  { side: 360, kilobits: 800 },
  { side: 480, kilobits: 1400 },
  { side: 720, kilobits: 2800 },
  { side: 1080, kilobits: 5000 },
]

type Picture = NonNullable<MediaFacts['picture']>

const shorterSide = ({ width, height }: Picture) => Math.min(width, height)
const even = (length: number) => Math.max(2, Math.floor(length / 2) * 2)

/** The rungs of a film's ladder: none is above the film itself, and there is always one. */
export function rungsOf(picture: Picture): Rung[] {
  const side = shorterSide(picture)
  const fitting = allRungs.filter((rung) => rung.side <= side)
  return fitting.length > 0 ? fitting : [{ side: even(side), kilobits: 800 }]
}

/** What the kinds of films and sound that we take are to ffmpeg: nothing that names other files is among them. */
const formats = ['mov', 'matroska', 'avi', 'mpeg', 'mpegvideo', 'mpegts', 'mp3', 'aac', 'wav', 'ogg', 'flac']

/**
 * A stranger's file is read from the disk alone, and as what films are: a playlist that goes by the name of a film may
 * not lead the program to other files or machines.
 */
const careful = [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', formats.join(',')],
  // A little above 8K (7680 × 4320): a picture that is much larger was made to fill the memory.
  ...['-max_pixels', '36000000'],
]
/** The same of pictures, of which telephones take some of 108 million pixels. */
const pictureFormats = ['jpeg_pipe', 'png_pipe', 'webp_pipe', 'tiff_pipe', 'gif', 'gif_pipe', 'mov']
const carefulOfPictures = [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', pictureFormats.join(',')],
  ...['-max_pixels', '120000000'],
]
const quiet = ['-nostdin', '-hide_banner', '-y', '-loglevel', 'error', '-threads', '2']
const told = ['-progress', 'pipe:1', '-nostats']
/** Where and with what it was filmed is nobody's business who watches it. */
const nameless = ['-map_metadata', '-1', '-map_chapters', '-1']

const oddestFrameRate = 60

/** Square pixels, whole pictures, at most 60 a second. */
function evened(picture: Picture): string[] {
  return [
    ...(picture.isInterlaced ? ['yadif'] : []),
    ...(picture.frameRate > oddestFrameRate ? ['fps=30'] : []),
    'scale=iw*sar:ih',
    'setsar=1',
  ]
}

const scaled = (picture: Picture, side: number) =>
  picture.width < picture.height ? `scale=${side}:-2` : `scale=-2:${side}`

const h264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-pix_fmt', 'yuv420p', '-crf', '23']
const aac = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000']

export const probeArgs = (film: string): string[] => [
  ...['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams'],
  ...careful,
  film,
]

/** One picture that is like the film, from this second on: chosen among a hundred, which are made small before they are kept. */
export const posterArgs = (film: string, at: number, to: string): string[] => [
  ...quiet,
  ...careful,
  ...['-ss', String(at), '-i', film],
  ...['-vf', "scale=iw*sar:ih,setsar=1,scale='min(1280,iw)':-2,thumbnail", '-frames:v', '1', '-q:v', '2', to],
]

/** A picture as it is seen, turned as its camera was, no side longer than this; it is not blown up. */
export const pictureArgs = (picture: string, side: number, to: string): string[] => [
  ...quiet,
  ...carefulOfPictures,
  ...['-i', picture, '-frames:v', '1'],
  ...['-vf', `scale='min(${side},iw)':'min(${side},ih)':force_original_aspect_ratio=decrease`, to],
]

/** Small pictures on one sheet, ten in a row and at most a hundred: seconds from one to the next. */
export const storyboardStep = (seconds: number): number => Math.max(2, Math.ceil(seconds / 100))

const longFilm = 600

export const storyboardArgs = (film: string, { seconds }: MediaFacts, to: string): string[] => [
  ...quiet,
  ...careful,
  // In a long one only the pictures that stand by themselves are looked at; a short one may have a single one of them.
  ...(seconds > longFilm ? ['-skip_frame', 'nokey'] : []),
  ...['-i', film, ...told],
  ...['-vf', `fps=1/${storyboardStep(seconds)},scale=iw*sar:ih,setsar=1,scale=160:-2,tile=10x10`],
  ...['-frames:v', '1', '-q:v', '5', to],
]

const loudness = 'loudnorm=I=-16:TP=-1.5:LRA=11'

/** Measures how loud the sound is; what it found stands at the end of what it says. */
export const measureArgs = (film: string, { sound }: MediaFacts): string[] => [
  ...['-nostdin', '-hide_banner', '-y', '-loglevel', 'info', '-threads', '2', ...careful, '-i', film, ...told],
  ...['-map', `0:${sound?.index ?? 0}`, '-vn', '-af', `${loudness}:print_format=json`, '-f', 'null', '-'],
]

/** The second pass of the loudness, by what the first one said; undefined for silence, which has none. */
export function evenLoudness(said: string): string | undefined {
  const value = (name: string) => new RegExp(`"${name}"\\s*:\\s*"(-?[0-9.]+)"`).exec(said)?.[1]
  const [i, tp, lra, thresh] = ['input_i', 'input_tp', 'input_lra', 'input_thresh'].map(value)
  const offset = value('target_offset')
  if (!i || !tp || !lra || !thresh || !offset || Number(i) < -69) return undefined
  const measured = `measured_I=${i}:measured_TP=${tp}:measured_LRA=${lra}:measured_thresh=${thresh}:offset=${offset}`
  return `${loudness}:${measured}:linear=true`
}

const lightSide = 720
const lightBits = 4_000_000

/** Whether the picture may go into the light version as it is, without being made anew. */
export function isLight({ container, picture }: MediaFacts): boolean {
  if (!picture || !container.split(',').includes('mp4')) return false
  const { codec, pixelFormat, isTurned, isInterlaced, frameRate, bitRate } = picture
  const isPlain = codec === 'h264' && pixelFormat === 'yuv420p' && !isTurned && !isInterlaced
  const isSmall = shorterSide(picture) <= lightSide && frameRate <= oddestFrameRate && bitRate <= lightBits
  return isPlain && isSmall && bitRate > 0
}

/** One file that every browser plays, begins at once and is kind to the line; its sound as loud as others'. */
export function lightArgs(film: string, facts: MediaFacts, evenedSound: string | undefined, to: string): string[] {
  const { picture, sound } = facts
  const side = picture ? even(Math.min(lightSide, shorterSide(picture))) : 0
  const made = picture ? ['-vf', [...evened(picture), scaled(picture, side)].join(), ...h264] : []
  return [
    ...quiet,
    ...careful,
    ...['-i', film, ...told],
    ...(picture ? ['-map', `0:${picture.index}`] : []),
    ...(sound ? ['-map', `0:${sound.index}`] : []),
    ...(isLight(facts) ? ['-c:v', 'copy'] : [...made, ...(picture ? ['-maxrate', '2800k', '-bufsize', '5600k'] : [])]),
    ...(sound ? [...aac, ...(evenedSound ? ['-af', evenedSound] : [])] : []),
    ...nameless,
    ...['-movflags', '+faststart', '-f', 'mp4', to],
  ]
}

/**
 * The film in versions for different lines, cut at the same seconds so that a player may change from one to another.
 * The sound is taken from the light version, where it is even already. Each version is one file, of which players ask
 * parts: a thousand small files a film would be as many rows and objects. Written into the folder that ffmpeg runs in.
 */
export function ladderArgs(film: string, light: string, { picture, sound }: MediaFacts): string[] {
  if (!picture) return []
  const rungs = rungsOf(picture)
  const [names, ends] = [rungs.map((_, at) => `[s${at}]`), rungs.map((_, at) => `[v${at}]`)]
  const whole = `[0:${picture.index}]${[...evened(picture), `split=${rungs.length}`].join()}${names.join('')}`
  const parts = rungs.map(({ side }, at) => `${names[at]}${scaled(picture, side)}${ends[at]}`)
  const perRung = rungs.flatMap(({ kilobits }, at) => [
    ...[`-maxrate:v:${at}`, `${kilobits}k`, `-bufsize:v:${at}`, `${kilobits * 2}k`],
  ])
  const streams = rungs.map(({ side }, at) => `v:${at},${sound ? `a:${at},` : ''}name:${side}`)
  return [
    ...quiet,
    ...[...careful, '-i', film],
    ...(sound ? [...careful, '-i', light] : []),
    ...told,
    ...['-filter_complex', [whole, ...parts].join(';')],
    ...ends.flatMap((end) => ['-map', end, ...(sound ? ['-map', '1:a:0'] : [])]),
    ...[...h264, ...perRung],
    ...['-force_key_frames', 'expr:gte(t,n_forced*6)', '-sc_threshold', '0'],
    ...(sound ? ['-c:a', 'copy'] : []),
    ...nameless,
    ...['-f', 'hls', '-hls_time', '6', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'independent_segments+single_file', '-hls_segment_filename', 'v%v/film.m4s'],
    ...['-master_pl_name', 'master.m3u8'],
    ...['-var_stream_map', streams.join(' '), 'v%v/index.m3u8'],
  ]
}
