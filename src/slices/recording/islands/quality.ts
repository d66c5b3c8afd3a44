import type Hls from 'hls.js'
import { keep, kept } from './kept.ts'

export type Quality = 'auto' | 'saver'
const name = 'rintis-kualitas'
const type = 'application/vnd.apple.mpegurl'

export const keptQuality = (): Quality => (kept(name) === 'saver' ? 'saver' : 'auto')

/**
 * Plays the film by versions for different lines. Browsers that cannot do so themselves are given hls.js; where that
 * fails too, the film stays the one file that it was. Returns what chooses.
 */
export function playByVersions(video: HTMLVideoElement, code: string, lowest: string): (quality: Quality) => void {
  const base = `/media/${code}`
  const plain = video.currentSrc || video.src
  let helper: Hls | undefined

  function back(): void {
    helper?.destroy()
    helper = undefined
    keepingPlace(video, () => {
      video.src = plain
    })
  }

  async function choose(quality: Quality): Promise<void> {
    keep(name, quality)
    const address = quality === 'saver' ? `${base}/${lowest}/index.m3u8` : `${base}/master.m3u8`
    if (video.canPlayType(type) !== '') {
      video.addEventListener('error', back, { once: true })
      return keepingPlace(video, () => {
        video.src = address
      })
    }
    const { default: Helper } = await import('hls.js/light')
    if (!Helper.isSupported()) return
    helper?.destroy()
    // Its worker would come from a blob, which our policy shuts out; without one it works on the page itself.
    const made = new Helper({ enableWorker: false })
    helper = made
    made.on(Helper.Events.ERROR, (_, { fatal }) => {
      if (fatal) back()
    })
    keepingPlace(video, () => {
      made.loadSource(address)
      made.attachMedia(video)
    })
  }

  return (quality) => void choose(quality).catch(back)
}

/** Changes the source, and goes on from where the film stood. */
function keepingPlace(video: HTMLVideoElement, change: () => void): void {
  const [place, wasPlaying, rate] = [video.currentTime, !video.paused, video.playbackRate]
  video.addEventListener(
    'loadedmetadata',
    () => {
      if (place > 0) video.currentTime = place
      video.playbackRate = rate
      if (wasPlaying) void video.play().catch(() => undefined)
    },
    { once: true },
  )
  change()
}
