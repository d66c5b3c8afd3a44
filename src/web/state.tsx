import type { ComponentChildren } from 'preact'
import { type Day, type Due, dueOn } from '#kit/date.ts'

/** How a thing stands, in form and colour. The word beside it says the same. */
export type Standing = 'late' | 'soon' | 'open' | 'done' | 'good' | 'stopped'

/** Late: a triangle. Soon: half full. Open: a ring. Done and good: a tick. Stopped: a bar. */
const shapes: Record<Standing, ComponentChildren> = {
  late: (
    <>
      <path d="M8 1.5 15.2 14H.8z" fill="currentColor" stroke="currentColor" stroke-linejoin="round" />
      <path d="M8 6v4M8 12v.2" class="cut" stroke-width="1.75" stroke-linecap="round" />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  open: <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />,
  done: <Tick />,
  good: <Tick />,
  stopped: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M5 8h6" stroke="currentColor" stroke-width="2" />
    </>
  ),
}

function Tick() {
  return (
    <>
      <circle cx="8" cy="8" r="7.5" fill="currentColor" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" class="cut" fill="none" stroke-width="1.75" stroke-linecap="round" />
    </>
  )
}

/** The shape alone, for where the word stands elsewhere. */
export const Shape = ({ of }: { of: Standing }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    {shapes[of]}
  </svg>
)

type StateProps = { is: Standing; children: ComponentChildren }

/** A state in a table or beside a heading: shape and word, without a box. */
export const State = ({ is, children }: StateProps) => (
  <span class={`state ${is}`}>
    <Shape of={is} />
    <span>{children}</span>
  </span>
)

/** A state in a box of its own, where it stands alone. */
export const Badge = ({ is, children }: StateProps) => (
  <span class={`badge ${is}`}>
    <Shape of={is} />
    {children}
  </span>
)

/** How a due day stands: "Lewat 4 hari", "Besok", "12 hari lagi". */
export const DueMark = ({ on, today }: { on: Day; today: Day }) => {
  const due = dueOn(on, today)
  return (
    <span class={`state due ${due.state}`}>
      <Shape of={due.state} />
      <span>{dueInWords(due)}</span>
    </span>
  )
}

/** "Lewat 4 hari", "Hari ini", "Besok", "3 hari lagi" */
export function dueInWords({ state, days }: Due): string {
  if (state === 'late') return `Lewat ${days} hari`
  if (days === 0) return 'Hari ini'
  return days === 1 ? 'Besok' : `${days} hari lagi`
}
