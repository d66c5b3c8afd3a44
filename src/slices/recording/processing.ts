import type { RecordingKind } from './recording.ts'

/**
 * Tahap pengolahan: looking into it (facts, poster), the light version that every browser plays, and the ladder of
 * versions for different lines. Each is a job of its own, so that a long film keeps nobody waiting for the first two.
 */
export type ProcessingStep = 'look' | 'light' | 'ladder'

export type ProcessingState = 'waiting' | 'toolless' | 'running' | 'done' | 'failed'

/** Pengolahan: how far one step of a recording has come. */
export type Processing = {
  step: ProcessingStep
  state: ProcessingState
  percent: number
  /** In words, why it failed, or what it waits for. */
  reason: string | null
}

/** What a recording of this kind goes through, in this order. */
export function stepsOf(kind: RecordingKind): ProcessingStep[] {
  if (kind === 'film') return ['look', 'light', 'ladder']
  return kind === 'document' ? [] : ['look']
}

/** The step after this one; undefined after the last. */
export function stepAfter(kind: RecordingKind, step: ProcessingStep): ProcessingStep | undefined {
  const steps = stepsOf(kind)
  return steps[steps.indexOf(step) + 1]
}

/** What the steps take of the whole, in hundredths, as seen on films of all lengths. */
const shares: Record<ProcessingStep, number> = { look: 5, light: 40, ladder: 55 }

/** How a recording's processing stands as a whole; null where there is nothing to be said. */
export function conditionOf(kind: RecordingKind, rows: readonly Processing[]): Condition | null {
  const steps = stepsOf(kind)
  if (steps.length === 0) return null
  const failed = rows.find(({ state }) => state === 'failed')
  if (failed) return { state: 'failed', reason: failed.reason ?? '' }
  if (rows.some(({ state }) => state === 'toolless')) return { state: 'toolless' }
  const all = steps.reduce((sum, step) => sum + shares[step], 0)
  const done = steps.reduce((sum, step) => {
    const row = rows.find((one) => one.step === step)
    return sum + shares[step] * (row?.state === 'done' ? 1 : row?.state === 'running' ? row.percent / 100 : 0)
  }, 0)
  if (done === all) return { state: 'done' }
  const held = rows.find(({ state, reason }) => state === 'waiting' && reason !== null)
  if (held) return { state: 'held', reason: held.reason ?? '' }
  const isRunning = rows.some(({ state }) => state === 'running')
  const percent = Math.floor((done * 100) / all)
  return isRunning ? { state: 'running', percent } : { state: 'waiting', percent }
}

export type Condition =
  | { state: 'waiting'; percent: number }
  | { state: 'running'; percent: number }
  | { state: 'toolless' }
  /** Something stands in its way that others mend; it goes on by itself. */
  | { state: 'held'; reason: string }
  | { state: 'done' }
  | { state: 'failed'; reason: string }

/** How often a step may begin: one that ended its worker every time will do so again. */
export const mostAttempts = 5

/** Shorter films first among those that wait, so that a long one does not hold up ten short ones. */
export const priorityOf = (seconds: number): number => -Math.min(30_000, Math.ceil(seconds / 60))

/** Seconds that one step may take: twenty times the film, at least two minutes, less than a day. */
export const limitOf = (seconds: number): number => Math.min(82_800, Math.max(120, Math.ceil(seconds * 20)))

/** A film whose light version ends long before the film does is cut off or broken in its middle. */
export const isCutShort = (reached: number, seconds: number): boolean => reached < seconds * 0.95 - 2
