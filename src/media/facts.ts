import * as z from 'zod'

/** What ffprobe finds in a film or a recording of sound. */
export type MediaFacts = {
  container: string
  seconds: number
  picture: PictureFacts | null
  sound: { index: number; codec: string } | null
}

type PictureFacts = {
  /** Which stream it is. */
  index: number
  codec: string
  pixelFormat: string
  /** As it is seen: turned, and with its pixels made square. */
  width: number
  height: number
  frameRate: number
  isTurned: boolean
  isInterlaced: boolean
  /** Bits in a second, of the whole film. */
  bitRate: number
}

const text = z.string().default('')
const whole = z.number().int().default(0)

const stream = z.object({
  index: z.number(),
  codec_type: text,
  codec_name: text,
  pix_fmt: text,
  width: whole,
  height: whole,
  sample_aspect_ratio: text,
  avg_frame_rate: text,
  field_order: text,
  duration: text,
  disposition: z.object({ attached_pic: whole }).default({ attached_pic: 0 }),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
})
const probed = z.object({
  format: z.object({ format_name: text, duration: text, bit_rate: text }),
  streams: z.array(stream).default([]),
})

/** What ffprobe said with `-print_format json -show_format -show_streams`. */
export function readFacts(json: string): MediaFacts {
  const { format, streams } = probed.parse(JSON.parse(json))
  // A cover of a piece of music is a picture too, but nothing that moves.
  const film = streams.find((one) => one.codec_type === 'video' && one.disposition.attached_pic === 0)
  const sound = streams.find((one) => one.codec_type === 'audio')
  return {
    container: format.format_name,
    seconds: numberIn(format.duration) || numberIn(film?.duration) || numberIn(sound?.duration),
    picture: film ? pictureOf(film, numberIn(format.bit_rate)) : null,
    sound: sound ? { index: sound.index, codec: sound.codec_name } : null,
  }
}

function pictureOf(film: z.output<typeof stream>, bitRate: number): PictureFacts {
  const turned = Math.abs(film.side_data_list.find(({ rotation }) => rotation)?.rotation ?? 0) % 360
  const stretched = Math.round(film.width * (ratioIn(film.sample_aspect_ratio, ':') || 1))
  const isOnItsSide = turned === 90 || turned === 270
  return {
    index: film.index,
    codec: film.codec_name,
    pixelFormat: film.pix_fmt,
    width: isOnItsSide ? film.height : stretched,
    height: isOnItsSide ? stretched : film.height,
    frameRate: ratioIn(film.avg_frame_rate, '/'),
    isTurned: turned !== 0,
    isInterlaced: ['tt', 'bb', 'tb', 'bt'].includes(film.field_order),
    bitRate,
  }
}

const numberIn = (value = ''): number => (Number.isFinite(Number(value)) ? Number(value) : 0)

function ratioIn(value: string, sign: string): number {
  const [over = 0, under = 0] = value.split(sign).map(Number)
  return under > 0 && over > 0 ? over / under : 0
}
