/** Keys for a film that has the focus; while another control has it, its own keys count. */
export function answerKeys(element: HTMLElement, video: HTMLVideoElement): void {
  video.tabIndex = 0
  const move = (seconds: number) => {
    video.currentTime = Math.min(video.duration || 0, Math.max(0, video.currentTime + seconds))
  }
  const turn = (by: number) => {
    video.volume = Math.min(1, Math.max(0, video.volume + by))
  }
  const play = () => (video.paused ? void video.play().catch(() => undefined) : video.pause())
  const acts: Record<string, () => void> = {
    ' ': play,
    k: play,
    j: () => move(-10),
    l: () => move(10),
    arrowleft: () => move(-5),
    arrowright: () => move(5),
    arrowup: () => turn(0.1),
    arrowdown: () => turn(-0.1),
    m: () => {
      video.muted = !video.muted
    },
    c: () => turnCaptions(video),
    f: () => void (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen()),
  }
  element.addEventListener(
    'keydown',
    (event) => {
      const act = acts[event.key.toLowerCase()]
      if (!act || event.target !== video || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
    true,
  )
}

function turnCaptions(video: HTMLVideoElement): void {
  const captions = Array.from(video.textTracks).filter(({ kind }) => kind === 'captions')
  const shown = captions.find(({ mode }) => mode === 'showing')
  if (shown) shown.mode = 'disabled'
  else if (captions[0]) captions[0].mode = 'showing'
}
