import { shortClockOf } from '../caption.ts'
import { playFrom } from './play-from.ts'

/** Beside each cue: play it, and take its times from where the film stands. */
export function mount(element: HTMLElement): void {
  const player = element.querySelector<HTMLMediaElement>('video, audio')
  if (!player) return
  for (const cue of element.querySelectorAll<HTMLElement>('[data-cue]')) {
    const [start, end] = ['start', 'end'].map((name) =>
      cue.querySelector<HTMLInputElement>(`input[name=${name}_${cue.dataset.cue}]`),
    )
    if (!start || !end) continue
    const acts = document.createElement('div')
    acts.className = 'actions screen-only'
    const of = cue.dataset.cue === '0' ? 'baris baru' : `baris ${cue.dataset.cue}`
    acts.append(
      button('Putar', `Putar ${of}`, () => playPart(player, secondsIn(start.value), secondsIn(end.value))),
      button('Mulai di sini', `Mulai di sini, ${of}`, () => write(start, player.currentTime)),
      button('Selesai di sini', `Selesai di sini, ${of}`, () => write(end, player.currentTime)),
    )
    cue.append(acts)
  }
}

function button(words: string, label: string, act: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button quiet'
  made.textContent = words
  made.setAttribute('aria-label', label)
  made.addEventListener('click', act)
  return made
}

let ending: AbortController | undefined

/** Plays from one second to the other. */
function playPart(player: HTMLMediaElement, from: number, until: number): void {
  ending?.abort()
  ending = new AbortController()
  if (!playFrom(player, from)) return
  const stop = () => {
    if (until <= from || player.currentTime < until) return
    player.pause()
    ending?.abort()
  }
  player.addEventListener('timeupdate', stop, { signal: ending.signal })
}

function write(field: HTMLInputElement, seconds: number): void {
  field.value = shortClockOf(Math.round(seconds * 1000))
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** As the server reads it: 1:02:03,5. */
function secondsIn(clock: string): number {
  return clock
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}
