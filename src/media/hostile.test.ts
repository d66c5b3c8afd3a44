import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { media, noMedia } from '#test/media.ts'
import { root } from '../root.ts'
import { measureArgs, posterArgs, probeArgs } from './commands.ts'
import { readFacts } from './facts.ts'
import { flawOf } from './flaw.ts'
import { runTool, type ToolFailure } from './run-tool.ts'
import { boundedTo, mostMemory } from './tools.ts'

const example = path.join(root, 'src/demo/media/contoh.mp4')

/** Files that are text, go by the name of a film, and ask ffmpeg to read another file of this machine. */
const disguises = {
  'a list of parts to join': (other: string) => `ffconcat version 1.0\nfile '${other}'\n`,
  'a playlist': (other: string) =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5.0,\n${other}\n#EXTINF:5.0,\n${other}\n#EXT-X-ENDLIST\n`,
  'a description of a stream': () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n',
}

describe.skipIf(!media)(`what goes by the name of a film${noMedia}`, () => {
  const run = async (tool: 'ffmpeg' | 'ffprobe', args: string[], folder: string) => {
    if (!media) throw new Error('no ffmpeg')
    const { signal } = new AbortController()
    return runTool(media[tool], args, { before: media.before, folder, within: 30, signal })
  }

  test.each(Object.entries(disguises))('%s leads to no other file', async (_, disguise) => {
    const folder = freshFolder()
    copyFileSync(example, path.join(folder, 'rahasia.mp4'))
    const film = path.join(folder, 'film.mp4')
    writeFileSync(film, disguise('rahasia.mp4'))
    await expect(run('ffprobe', probeArgs(film), folder)).rejects.toThrow('refused')
    await expect(run('ffmpeg', posterArgs(film, 0, path.join(folder, 'poster.png')), folder)).rejects.toThrow('refused')
  })

  test('a film is read as before', async () => {
    const folder = freshFolder()
    const facts = readFacts((await run('ffprobe', probeArgs(example), folder)).answer)
    expect(facts.picture).not.toBeNull()
    await run('ffmpeg', measureArgs(example, facts), folder)
  })

  test.each(['mkv', 'webm', 'avi', 'mpg', 'mts', '3gp', 'mov', 'mp3', 'm4a', 'aac', 'wav', 'ogg', 'flac'])(
    'a .%s is one of the kinds that are taken',
    async (extension) => {
      const folder = freshFolder()
      const made = path.join(folder, `film.${extension}`)
      const video = ['mp3', 'm4a', 'aac', 'wav', 'ogg', 'flac'].includes(extension) ? ['-vn'] : []
      const small = ['-t', '0.2', ...(extension === '3gp' ? ['-s', '352x288', '-c:v', 'h263', '-an'] : [])]
      await run('ffmpeg', ['-loglevel', 'error', '-i', example, ...small, ...video, made], folder)
      expect(readFacts((await run('ffprobe', probeArgs(made), folder)).answer).container).not.toBe('')
    },
  )

  test('a film of pictures beyond all measure is refused in words, before it fills the memory', async () => {
    const folder = freshFolder()
    const film = path.join(folder, 'film.mov')
    const source = ['-f', 'lavfi', '-i', 'color=c=blue:s=8000x5000:r=1:d=1', '-c:v', 'qtrle', film]
    await run('ffmpeg', ['-loglevel', 'error', ...source], folder)
    const poster = run('ffmpeg', posterArgs(film, 0, path.join(folder, 'poster.png')), folder)
    const refused: ToolFailure = await poster.then(() => expect.fail('It was not refused.')).catch((error) => error)
    expect(flawOf(refused.failure, refused.said)).toContain('lebih besar daripada yang dapat diolah di sini')
  })

  test('a poster is chosen among many pictures without keeping them at their size', async () => {
    const folder = freshFolder()
    const film = path.join(folder, 'film.mov')
    const source = ['-f', 'lavfi', '-i', 'color=c=blue:s=5400x3600:r=25:d=1', '-c:v', 'mjpeg', '-q:v', '9', film]
    await run('ffmpeg', ['-loglevel', 'error', ...source], folder)
    // At their size these pictures are 730 MB, beside the 400 MB that the program asks for to begin with.
    const before = [...(media?.before ?? []), ...boundedTo(800_000_000)]
    const { signal } = new AbortController()
    const poster = path.join(folder, 'poster.png')
    await runTool(media?.ffmpeg ?? '', posterArgs(film, 0, poster), { before, folder, within: 60, signal })
    expect(existsSync(poster)).toBe(true)
  })

  test.skipIf(process.platform !== 'linux')('no program takes more memory than it is given', async () => {
    const { signal } = new AbortController()
    const running = { before: media?.before ?? [], folder: freshFolder(), within: 30, signal }
    const { answer } = await runTool('sh', ['-c', 'ulimit -v'], running)
    expect(Number(answer) * 1024).toBe(mostMemory)
  })
})
