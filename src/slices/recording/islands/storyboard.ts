import { secondInWords } from './kept.ts'

/** Pictures of the film that lead to their second, fetched when they are opened. */
export function storyboard(video: HTMLVideoElement, code: string): HTMLElement {
  const words = document.createElement('details')
  words.className = 'more-words screen-only'
  const summary = document.createElement('summary')
  summary.textContent = 'Lompat menurut gambar'
  const list = document.createElement('div')
  list.className = 'storyboard'
  words.append(summary, list)
  words.addEventListener('toggle', async () => {
    if (!words.open || list.childElementCount > 0) return
    const answer = await fetch(`/media/${code}/storyboard.vtt`)
    if (answer.ok) list.append(...pictures(await answer.text(), video, code))
  })
  return words
}

const most = 24

function pictures(cues: string, video: HTMLVideoElement, code: string): HTMLElement[] {
  const all = [...cues.matchAll(/(\d+):(\d+):(\d+)\.000 --> .*\n.*xywh=(\d+),(\d+),(\d+),(\d+)/g)]
  const step = Math.ceil(all.length / most)
  return all
    .filter((_, at) => at % step === 0)
    .map(([, ...numbers]) => {
      const [hours = 0, minutes = 0, seconds = 0, x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
      const second = (hours * 60 + minutes) * 60 + seconds
      const button = document.createElement('button')
      button.type = 'button'
      const moment = document.createElement('span')
      moment.textContent = secondInWords(second)
      button.append(moment)
      button.setAttribute('aria-label', `Putar dari ${secondInWords(second)}`)
      button.style.backgroundImage = `url(/media/${code}/storyboard.jpg)`
      button.style.backgroundPosition = `-${x}px -${y}px`
      button.style.inlineSize = `${width}px`
      button.style.blockSize = `${height}px`
      button.addEventListener('click', () => {
        video.currentTime = second
      })
      return button
    })
}
