import { clockLeft } from '../stage.ts'

type Props = { now: string; startedAt: string | null; minutes: number; path: string } & Seen

type Seen = { state: string; choice: string }

const between = 5_000

/**
 * Counts down what is left of a slot from the moment at which the server says it began, by the server's clock: a page
 * that is loaded again goes on where it was. When somebody begins or ends a slot elsewhere, or the slides can be seen at
 * last, the page is loaded anew; of more slides it only says so, for the talk goes on.
 */
export function mount(element: HTMLElement, { now, startedAt, minutes, state, choice, path }: Props): void {
  const ahead = new Date(now).getTime() - Date.now()
  const shown = element.querySelector<HTMLElement>('[data-timer]')
  if (shown && startedAt) {
    const end = new Date(startedAt).getTime() + minutes * 60_000
    const tick = () => {
      const left = Math.ceil((end - Date.now() - ahead) / 1000)
      shown.textContent = clockLeft(left)
      shown.dataset.left = left < 0 ? 'over' : left <= 120 ? 'soon' : 'enough'
    }
    tick()
    setInterval(tick, 250)
  }
  setInterval(async () => {
    if (document.hidden) return
    const answer = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok) return
    const seen: unknown = await answer.json()
    if (!isSeen(seen)) return
    if (seen.state !== state) location.reload()
    if (seen.choice !== choice) element.querySelector('[data-news]')?.removeAttribute('hidden')
  }, between)
  keepAwake()
}

const isSeen = (seen: unknown): seen is Seen =>
  typeof seen === 'object' && seen !== null && 'state' in seen && 'choice' in seen

/** A projector does not fall asleep in the middle of a talk, where the browser lets us ask for that. */
function keepAwake(): void {
  const ask = () => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
