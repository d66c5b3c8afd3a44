import type { ComponentChildren } from 'preact'
import { Shape, type Standing } from './state.tsx'

/** One step of a way: done, now (in time or late), or still to come. */
export type Step = {
  name: string
  is: 'done' | 'now' | 'late' | 'ahead'
  /** Whose turn it is or was. */
  who?: string
  /** "selesai Jumat, 30 Okt", "batas Senin, 23 Nov" */
  when?: string
  /** Of a late step: "Lewat 4 hari". */
  late?: string
}

const words: Record<Step['is'], string> = { done: 'selesai', now: 'sedang berjalan', late: 'terlambat', ahead: 'nanti' }
const marks: Record<Step['is'], Standing> = { done: 'done', now: 'soon', late: 'late', ahead: 'open' }

type StepperProps = {
  label: string
  steps: Step[]
  /** Left out on a phone: a page below the first says in its turn where the thing stands. */
  wideOnly?: boolean
}

/** The way of a thing in steps, upright where there is little room. */
export const Stepper = ({ label, steps, wideOnly = false }: StepperProps) => (
  <div class={wideOnly ? 'stepper-box wide-only' : 'stepper-box'}>
    <ol class="stepper" aria-label={label}>
      {steps.map(({ name, is, who, when, late }) => (
        <li key={name} class={is} aria-current={is === 'now' || is === 'late' ? 'step' : undefined}>
          <Shape of={marks[is]} />
          <div>
            <p class="step-name">
              {name}
              <span class="hidden">, {words[is]}</span>
            </p>
            {who && <p>{who}</p>}
            {when && <p>{when}</p>}
            {late && <p class="step-late">{late}</p>}
          </div>
        </li>
      ))}
    </ol>
  </div>
)

type TurnProps = {
  title: string
  since?: string
  due?: ComponentChildren
  /** What whoever acts here should know before. */
  note?: string | null
  children?: ComponentChildren
}

/** Whose turn it is, since when and until when, with the one button: stands above the stepper. */
export const Turn = ({ title, since, due, note, children }: TurnProps) => (
  <section class="turn" aria-label="Giliran">
    <div>
      <h2>{title}</h2>
      <p>
        {since} {due}
      </p>
      {note && <p>{note}</p>}
    </div>
    {children && <div class="actions">{children}</div>}
  </section>
)
