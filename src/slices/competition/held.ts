import { agentInSeat } from '#appointment'
import type { Tx } from '#db'
import { type Details, listEntriesOf, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { goesOn } from '#project'
import { shelfOf } from './edition-store.ts'
import { demandDraft } from './entry.ts'
import { entryPolicy, isAuthor } from './policy.ts'
import { type EntryRow, holdEntry, touchEntry } from './store.ts'

/** The entry with its edition, held for an act that the actor may do. */
export async function hold(tx: Tx, actor: Actor, code: string, act: keyof typeof entryPolicy) {
  const entry = await holdEntry(tx, code)
  authorize(entryPolicy, actor, act, entry)
  return { entry, edition: (await shelfOf(tx)).of(entry).edition }
}

/** The same for a change of what it says, which only a draft takes. */
export async function holdDraft(tx: Tx, actor: Actor, code: string) {
  const held = await hold(tx, actor, code, 'edit')
  demandDraft(held.entry)
  return held
}

/**
 * The last writes of a change to a draft. Its authors' own drafting decides nothing and leaves no entry in the journal;
 * what the secretariat writes in the agent's place does, once for what it goes on writing.
 */
export async function settleChange(tx: Tx, actor: Actor, entry: EntryRow, { now, today }: Moment): Promise<void> {
  await touchEntry(tx, entry.id, now)
  if (isAuthor(actor, entry)) return
  const agent = await agentInSeat(tx, entry.seatId, today)
  const onBehalfOf = agent?.personId ?? entry.lastAgentId
  const said = { event: 'entry.changed' as const, accountId: actor.accountId, onBehalfOf }
  const [last] = await listEntriesOf(tx, [entry.id], 1)
  if (goesOn(last, said, now)) return
  await note(tx, actor, entry, said.event, now, { onBehalfOf: said.onBehalfOf })
}

type Event =
  | 'entry.created'
  | 'entry.changed'
  | 'entry.moved'
  | 'entry.declared-ready'
  | 'entry.reopened'
  | 'entry.sent'
  | 'entry.withdrawn'
  | 'entry.judged'
  | 'entry.told'
  | 'entry.remarked'
  | 'entry.remark-settled'

/** Notes an event of an entry, which is one of its project's too. */
export function note(
  tx: Tx,
  actor: Actor,
  { id, projectId }: { id: string; projectId: string },
  event: Event,
  now: Date,
  { details = {}, onBehalfOf = null }: { details?: Details; onBehalfOf?: string | null } = {},
) {
  return record(tx, actor, { event, thing: { kind: 'entry', id }, details: { projectId, ...details }, onBehalfOf }, now)
}
