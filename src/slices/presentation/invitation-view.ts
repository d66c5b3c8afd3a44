import type { Db } from '#db'
import type { Entry } from '#journal'
import type { Zone } from '#kit/date.ts'
import type { Invitation } from '#mail'
import { findProjectById, titleOf } from '#project'
import { eventOfSitting, eventOfSlot } from './calendar.ts'
import { findSitting } from './sitting-store.ts'

const methods: Record<string, Invitation['method']> = {
  'presentation.scheduled': 'REQUEST',
  'presentation.moved': 'REQUEST',
  'presentation.cancelled': 'CANCEL',
  'sitting.judge-invited': 'REQUEST',
  'sitting.judge-excused': 'CANCEL',
}

/** Whether an entry invites somebody, or takes an invitation back. */
export const invites = ({ event }: Pick<Entry, 'event'>): boolean => Object.hasOwn(methods, event)

/**
 * What an entry puts into a calendar or takes out of it; day and hour are the entry's own, since what it speaks of may
 * have moved on or be gone when its letter is written. Undefined where it invites nobody.
 */
export async function invitationOf(
  db: Db,
  { event, thingId, thingKind, details }: Pick<Entry, 'event' | 'thingId' | 'thingKind' | 'details'>,
  zone: Zone,
): Promise<Invitation | undefined> {
  const method = methods[event]
  const { projectId, sittingId, heldOn, beginsAt, endsAt, minutes, sequence } = details
  if (!method || typeof heldOn !== 'string' || typeof beginsAt !== 'string' || typeof sequence !== 'number')
    return undefined
  const where = thingKind === 'sitting' ? thingId : sittingId
  const sitting = typeof where === 'string' ? await findSitting(db, where) : undefined
  const { place, link, title } = sitting ?? { place: '', link: '', title: 'Sidang paparan' }
  if (typeof endsAt === 'string')
    return {
      method,
      event: eventOfSitting({ id: thingId, title, place, link, heldOn, beginsAt, endsAt, revision: sequence }, zone),
    }
  const project = typeof projectId === 'string' ? await findProjectById(db, projectId) : undefined
  if (!project || typeof minutes !== 'number') return undefined
  const slot = { id: thingId, title: titleOf(project), heldOn, beginsAt, minutes, sequence }
  return { method, event: eventOfSlot(slot, { place, link }, zone) }
}
