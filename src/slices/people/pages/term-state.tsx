import type { Day } from '#kit/date.ts'
import { State } from '#web/state.tsx'
import { isInForce } from '../standing.ts'

/** Whether a term runs, is over or is still to come. */
export function TermState({ fromOn, untilOn, today }: { fromOn: Day; untilOn: Day | null; today: Day }) {
  if (isInForce({ fromOn, untilOn }, today)) return <State is="done">Berlaku</State>
  return fromOn > today ? <State is="open">Akan datang</State> : <State is="stopped">Berakhir</State>
}
