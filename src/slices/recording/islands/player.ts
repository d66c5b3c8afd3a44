import { keep, kept, secondInWords } from './kept.ts'
import { playFrom } from './play-from.ts'
import { answerKeys } from './player-keys.ts'
import { keptQuality, playByVersions, type Quality } from './quality.ts'
import { storyboard } from './storyboard.ts'

type Props = { code: string; hasStoryboard: boolean; lowest: string | null; at: number | null }

const speeds = ['0.75', '1', '1.25', '1.5', '2']

/** Keys, speed, version, pictures to jump to, and going on where one stopped. */
export function mount(element: HTMLElement, { code, hasStoryboard, lowest, at }: Props): void {
  const video = element.querySelector('video')
  if (!video) return
  const tools = document.createElement('div')
  tools.className = 'player-tools screen-only'
  tools.append(
    choice(
      'Kecepatan',
      speeds.map((speed) => [speed, `${speed.replace('.', ',')}×`]),
      '1',
      (speed) => {
        video.playbackRate = Number(speed)
      },
    ),
  )
  goOn(video, `rintis-berhenti-${code}`, at, tools)
  if (lowest) {
    const choose = playByVersions(video, code, lowest)
    const qualities = [
      ['auto', 'Otomatis'],
      ['saver', 'Hemat data'],
    ]
    tools.prepend(choice('Kualitas', qualities, keptQuality(), (quality) => choose(quality as Quality)))
    choose(keptQuality())
  }
  answerKeys(element, video)
  element.append(tools, ...(hasStoryboard ? [storyboard(video, code)] : []), help())
  document.addEventListener('click', (event) => jump(event, video))
}

function choice(label: string, options: string[][], chosen: string, choose: (value: string) => void): HTMLElement {
  const field = document.createElement('label')
  const select = document.createElement('select')
  for (const [value = '', words = ''] of options) select.add(new Option(words, value, false, value === chosen))
  select.addEventListener('change', () => choose(select.value))
  field.append(`${label} `, select)
  return field
}

/** Begins where the address says, else where one stopped the last time in this browser. */
function goOn(video: HTMLVideoElement, name: string, at: number | null, tools: HTMLElement): void {
  const stopped = at ?? Number(kept(name) ?? 0)
  if (stopped > 0) {
    video.currentTime = stopped
    if (at === null) tools.append(fromBeginning(video, stopped))
  }
  let saved = 0
  const save = () => {
    const isOver = video.duration - video.currentTime < 10 || video.currentTime < 10
    keep(name, isOver ? null : String(Math.floor(video.currentTime)))
  }
  video.addEventListener('pause', save)
  video.addEventListener('timeupdate', () => {
    if (video.paused || Math.abs(video.currentTime - saved) < 5) return
    saved = video.currentTime
    save()
  })
}

function fromBeginning(video: HTMLVideoElement, stopped: number): HTMLElement {
  const said = document.createElement('p')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = 'Dari awal'
  button.addEventListener('click', () => {
    video.currentTime = 0
    said.remove()
  })
  said.append(`Dilanjutkan dari ${secondInWords(stopped)}. `, button)
  return said
}

/** A line of the transcript or a chapter plays from its second, on this page. */
function jump(event: MouseEvent, video: HTMLVideoElement): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
  const line = event.target.closest<HTMLElement>('[data-second]')
  if (!line) return
  event.preventDefault()
  playFrom(video, Number(line.dataset.second))
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  video.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
}

function help(): HTMLElement {
  const words = document.createElement('details')
  words.className = 'more-words screen-only'
  const summary = document.createElement('summary')
  summary.textContent = 'Pintasan papan ketik'
  const line = document.createElement('p')
  line.textContent =
    'Saat pemutar terpilih: spasi atau K memutar dan menjeda, J dan L mundur dan maju 10 detik, panah kiri dan kanan ' +
    '5 detik, panah atas dan bawah suara, M bisu, C takarir, F layar penuh.'
  words.append(summary, line)
  return words
}
