import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import { type Consent, type Recording, type RecordingAccess, refuseRemoved } from './recording.ts'

/** Who is to see a recording from when on, and what those who were filmed have said. */
export type Reach = { access: RecordingAccess; embargoUntil: Day | null; consent: Consent; consentOn: Day | null }

/**
 * Why a recording cannot be for everybody; null where it can. Settled by us, since UU 27/2022 asks for consent and
 * names no form of it: nobody in it can be recognised, or all who can have agreed and their form is attached.
 */
export function whyNotPublic(consent: Consent, hasForm: boolean): string | null {
  if (consent === 'refused') return 'Ada yang menolak, jadi dokumentasi ini tidak dapat dibuka untuk umum.'
  if (consent === 'unasked') return 'Catat dahulu persetujuan mereka yang terekam, baru buka untuk umum.'
  if (consent === 'all' && !hasForm) return 'Lampirkan surat persetujuannya, baru buka untuk umum.'
  return null
}

/**
 * A recording with another reach. Who refuses takes it out of the public at once. What was public before anybody was
 * asked stays so until somebody says otherwise; it stands on the secretariat's list meanwhile.
 */
export function reachOut(recording: Recording, wanted: Reach, hasForm: boolean): Recording {
  refuseRemoved(recording)
  const { consent } = wanted
  const isUntouched = recording.access === 'public' && recording.consent === 'unasked' && consent === 'unasked'
  const access = consent === 'refused' && wanted.access === 'public' ? 'agency' : wanted.access
  const why = access === 'public' && !isUntouched ? whyNotPublic(consent, hasForm) : null
  if (why !== null) throw conflict(why)
  const embargoUntil = access === 'public' ? wanted.embargoUntil : null
  const consentOn = consent === 'all' || consent === 'refused' ? wanted.consentOn : null
  return { ...recording, access, embargoUntil, consent, consentOn }
}

/** What of its reach is another than before, as the journal names it. */
export function changesOf(before: Recording, after: Recording): ('access' | 'embargo' | 'consent')[] {
  return [
    ...(before.access === after.access ? [] : (['access'] as const)),
    ...(before.embargoUntil === after.embargoUntil ? [] : (['embargo'] as const)),
    ...(before.consent === after.consent && before.consentOn === after.consentOn ? [] : (['consent'] as const)),
  ]
}
