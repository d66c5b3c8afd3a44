import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../root.ts'

const run = promisify(execFile)
const seconds = '5'
const colours = ['0x0d4c3f', '0x764900', '0x2f4858', '0x5a5447', '0x98291a']

/** A film of five seconds, each number of another colour: made where there is ffmpeg, else the one that we carry. */
export async function makeFilm(ffmpeg: string | undefined, number: number): Promise<Buffer> {
  if (!ffmpeg) return readFile(path.join(root, 'src/demo/media/contoh.mp4'))
  const folder = await mkdtemp(path.join(tmpdir(), 'rintis-demo-film-'))
  try {
    const film = path.join(folder, 'film.mp4')
    const colour = colours[number % colours.length]
    const picture = `gradients=s=640x360:d=${seconds}:r=25:speed=0.004:c0=${colour}:c1=0xd8b76a:n=2:seed=${number}`
    const sound = `sine=frequency=${220 + number * 20}:duration=${seconds}`
    const how = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '30', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const quiet = ['-filter:a', 'volume=0.05', '-b:a', '48k', '-movflags', '+faststart']
    const sources = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound]
    await run(ffmpeg, ['-nostdin', '-v', 'error', '-y', ...sources, ...how, ...quiet, film], { timeout: 60_000 })
    return await readFile(film)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
