import { numberInWords } from '#kit/text.ts'

export type Bar = { label: string; value: number; path?: string }

/** Amounts beside each other, each with its number; nothing is a thin stroke and a quiet 0. */
export function Bars({ label, bars, unit = '' }: { label: string; bars: Bar[]; unit?: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span class="bar-label">{bar.path ? <a href={bar.path}>{bar.label}</a> : bar.label}</span>
          <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect
              class={bar.value === 0 ? 'none' : undefined}
              width={bar.value === 0 ? 0.5 : (100 * bar.value) / most}
              height="8"
            />
          </svg>
          <span class={bar.value === 0 ? 'bar-value none' : 'bar-value'}>{`${numberInWords(bar.value)}${unit}`}</span>
        </li>
      ))}
    </ul>
  )
}

/** How much of a whole is done, as a stroke with its number. */
export const Meter = ({ label, percent }: { label: string; percent: number }) => (
  <span class="meter">
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={`${label}: ${percent}%`}>
      <rect class="rest" y="5" width="100" height="1" />
      <rect width={Math.min(100, Math.max(1, percent))} height="6" />
    </svg>
    <span aria-hidden="true">{numberInWords(percent)}%</span>
  </span>
)
