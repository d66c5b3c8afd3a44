import { type Day, dayIn, daysBetween, type Zone } from '#kit/date.ts'
import type { Edition } from './edition.ts'
import { isOver } from './edition-window.ts'
import type { Entry } from './entry.ts'
import { endedOn, type StageResult } from './result.ts'

/** In whose hands an entry lies: who has the next act, and since when. */
export type Hands = {
  who: 'authors' | 'secretariat' | 'ministry' | 'nobody' | 'closed' | 'withdrawn'
  since: Day
  days: number
}

/**
 * A draft lies with its authors until nothing is missing, then with the secretariat, which declares it ready and sends
 * it; in 2022 29 % of the registered proposals never left their agency (domain dossier 0), so it is said since when.
 * Once the competition is over for it, nobody has a next act; nor for a draft whose edition takes no entries any more,
 * nor for what was withdrawn.
 */
export function handsOf(
  entry: Pick<Entry, 'state' | 'draftSince' | 'changedAt' | 'readyAt' | 'sentOn' | 'closingOn' | 'withdrawnAt'>,
  isWhole: boolean,
  { zone, today }: { zone: Zone; today: Day },
  { form, results }: { form: Pick<Edition, 'stages' | 'closingOn' | 'year'>; results: readonly StageResult[] },
): Hands {
  const { state, draftSince, changedAt, readyAt, sentOn, withdrawnAt } = entry
  const since = (who: Hands['who'], day: Day): Hands => ({
    who,
    since: day,
    days: Math.max(0, daysBetween(day, today)),
  })
  const ended = endedOn(form, results)
  if (state === 'sent' && ended !== null) return since('nobody', ended)
  if (state === 'sent') return since('ministry', sentOn ?? dayIn(zone, changedAt))
  if (state === 'withdrawn') return since('withdrawn', dayIn(zone, withdrawnAt ?? changedAt))
  if (state === 'ready') return since('secretariat', dayIn(zone, readyAt ?? changedAt))
  const closingOn = form.closingOn ?? entry.closingOn
  if (isOver({ ...form, closingOn }, today)) return since('closed', closingOn ?? `${form.year}-12-31`)
  return isWhole ? since('secretariat', dayIn(zone, changedAt)) : since('authors', dayIn(zone, draftSince))
}
