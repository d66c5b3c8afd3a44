import { describe, expect, test } from 'vitest'
import { evenLoudness, isLight, ladderArgs, lightArgs, rungsOf, storyboardStep } from './commands.ts'
import { type MediaFacts, readFacts } from './facts.ts'
import { flawOf, isDiskFull } from './flaw.ts'
import { ToolFailure } from './run-tool.ts'
import { storyboardCues } from './storyboard.ts'

const stream = { index: 0, codec_type: 'video', codec_name: 'h264', pix_fmt: 'yuv420p', width: 1920, height: 1080 }
const probed = (but: object = {}, more: object[] = []) =>
  readFacts(
    JSON.stringify({
      format: { format_name: 'mov,mp4', duration: '60.5', bit_rate: '3000000' },
      streams: [{ ...stream, avg_frame_rate: '30000/1001', ...but }, ...more],
    }),
  )
const pictureOf = (facts: MediaFacts) => {
  if (!facts.picture) throw new Error('no picture')
  return facts.picture
}
const wordAfter = (args: string[], word: string) => args[args.indexOf(word) + 1] ?? ''

describe('what ffprobe says', () => {
  test('is read as the film is seen: turned, with square pixels', () => {
    expect(probed()).toMatchObject({ seconds: 60.5, picture: { width: 1920, height: 1080 }, sound: null })
    expect(probed({ side_data_list: [{ rotation: -90 }] }).picture).toMatchObject({ width: 1080, height: 1920 })
    expect(probed({ width: 720, height: 576, sample_aspect_ratio: '16:15' }).picture?.width).toBe(768)
  })

  test('a cover is no film', () => {
    const cover = { disposition: { attached_pic: 1 } }
    expect(probed(cover, [{ index: 1, codec_type: 'audio', codec_name: 'mp3' }])).toMatchObject({
      ...{ picture: null, sound: { index: 1, codec: 'mp3' } },
    })
  })
})

describe('the ladder', () => {
  test.each([
    [1920, 1080, [360, 480, 720, 1080]],
    [1280, 720, [360, 480, 720]],
    [720, 1280, [360, 480, 720]],
    [640, 360, [360]],
    [321, 241, [240]],
    [1, 1, [2]],
  ])('of %i × %i is never above the film', (width, height, sides) => {
    expect(rungsOf(pictureOf(probed({ width, height }))).map(({ side }) => side)).toEqual(sides)
  })

  test('scales the shorter side, has no sound where the film has none, and at most 60 pictures a second', () => {
    const args = ladderArgs('film', 'light', probed({ width: 720, height: 1280, avg_frame_rate: '120/1' }))
    expect(wordAfter(args, '-filter_complex')).toMatch(/^\[0:0\]fps=30.*scale=360:-2\[v0\]/)
    expect(wordAfter(args, '-var_stream_map')).toBe('v:0,name:360 v:1,name:480 v:2,name:720')
    expect(args).not.toContain('-c:a')
  })
})

describe('the light version', () => {
  test('takes over a picture that is light already, and makes any other anew', () => {
    expect(isLight(probed({ width: 1280, height: 720 }))).toBe(true)
    for (const heavy of [
      {},
      { width: 640, height: 360, codec_name: 'hevc' },
      { width: 640, height: 360, pix_fmt: 'yuv444p' },
    ])
      expect(isLight(probed(heavy))).toBe(false)
    const args = lightArgs('film', probed(), undefined, 'to')
    expect(wordAfter(args, '-vf')).toContain('scale=-2:720')
    expect(args).not.toContain('-c:a')
  })

  test('is as loud as the first pass measured; silence is left alone', () => {
    const said = (i: string) =>
      `{"input_i" : "${i}", "input_tp" : "-4.5", "input_lra" : "3.1", "input_thresh" : "-31.8", "target_offset" : "0.1"}`
    expect(evenLoudness(said('-21.8'))).toContain('measured_I=-21.8:measured_TP=-4.5')
    expect(evenLoudness(said('-inf'))).toBeUndefined()
  })
})

test('the storyboard names a part of its sheet for every second of the film', () => {
  const cues = storyboardCues(61, { width: 1600, height: 900 })
  expect(cues).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:02\.000\nstoryboard\.jpg#xywh=0,0,160,90\n/)
  expect(cues.match(/xywh/g)).toHaveLength(31)
  expect(storyboardStep(7200)).toBe(72)
})

test('what is wrong with a film is said in words', () => {
  expect(flawOf('refused', '[mov] moov atom not found')).toContain('tidak utuh')
  expect(flawOf('late', '')).toContain('terlalu lama')
  expect(flawOf('refused', 'something else')).toContain('tidak dapat diolah')
  // Of a full disk the film is not at fault; as ffmpeg, sharp and the system say it.
  const full = new ToolFailure('refused', 'av_interleaved_write_frame(): No space left on device')
  const ours = new Error('x.webp: write error\nsystem error: No space left on device')
  expect([full, ours, new Error('ENOSPC: no space'), new Error('moov')].map(isDiskFull)).toEqual([
    ...[true, true, true, false],
  ])
})

test('a film that is called so fills no disk: it is not tried for ever', () => {
  const named = 'Input #0, mov:\n  Metadata:\n    title           : No space left on device\n'
  const films = [
    new ToolFailure('refused', `${named}Error while decoding stream #0:1: Invalid data`),
    new ToolFailure('late', `${named}x: No space left on device`),
    new ToolFailure('killed', `${named}x: No space left on device`),
  ]
  expect(films.map(isDiskFull)).toEqual([false, false, false])
})
