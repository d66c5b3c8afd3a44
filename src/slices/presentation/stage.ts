import type { Presentation } from './presentation.ts'

type Slot = Pick<Presentation, 'id' | 'decision' | 'startedAt' | 'endedAt'>

/** Panggung: who presents, who comes before and after, as the room sees it. */
export type OnStage<One extends Slot> = { shown: One | undefined; previous: One | undefined; next: One | undefined }

/** Whether somebody is presenting in this slot. */
export const isRunning = ({ startedAt, endedAt }: Pick<Slot, 'startedAt' | 'endedAt'>): boolean =>
  startedAt !== null && endedAt === null

/**
 * What the stage shows. Settled: the slot that was asked for; else the one that is running; else the first that was
 * neither begun nor decided; else the last. `slots` stand in the order of their hours.
 */
export function stageOf<One extends Slot>(slots: readonly One[], wantedId: string | undefined): OnStage<One> {
  const shown =
    slots.find(({ id }) => id === wantedId) ??
    slots.find(isRunning) ??
    slots.find(({ startedAt, decision }) => startedAt === null && decision === null) ??
    slots.at(-1)
  const at = shown ? slots.indexOf(shown) : -1
  return { shown, previous: slots[at - 1], next: at < 0 ? undefined : slots[at + 1] }
}

/** Whole seconds that are left of a slot; negative once its time is over. */
export function secondsLeft({ startedAt, minutes }: { startedAt: Date | null; minutes: number | null }, now: Date) {
  const whole = (minutes ?? 0) * 60
  return startedAt === null ? whole : Math.ceil(whole - (now.getTime() - startedAt.getTime()) / 1000)
}

/** "12:05", and "−0:40" when the time is over. */
export function clockLeft(left: number): string {
  const rest = Math.abs(left)
  return `${left < 0 ? '−' : ''}${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`
}

/** Changes whenever the room would see something else: a page that was drawn from another one is drawn anew. */
export const stateOf = (slots: readonly (Slot & Pick<Presentation, 'minutes'>)[]): string =>
  slots
    .filter(({ startedAt }) => startedAt !== null)
    .map(({ id, startedAt, endedAt, minutes }) => [id, startedAt?.getTime(), endedAt?.getTime() ?? '', minutes].join())
    .join(' ')
