import { expect, test } from 'vitest'
import { findMedia } from '#media'
import { makeFilm } from './films.ts'

const { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath } = process.env
const ffmpeg = (await findMedia({ ffmpegPath, ffprobePath }))?.ffmpeg

test('without ffmpeg every film is the one that we carry', async () => {
  const carried = await makeFilm(undefined, 0)
  expect(carried.toString('latin1', 4, 8)).toBe('ftyp')
  expect((await makeFilm(undefined, 1)).equals(carried)).toBe(true)
})

test.skipIf(!ffmpeg)('with it each number is a film of its own', async () => {
  const made = await makeFilm(ffmpeg, 1)
  expect(made.toString('latin1', 4, 8)).toBe('ftyp')
  expect(made.equals(await makeFilm(undefined, 1))).toBe(false)
})
