import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, type Reach, reachOut, whyNotPublic } from './consent.ts'
import { makeRecording } from './make-recording.ts'
import type { Consent, RecordingAccess } from './recording.ts'

const consents: Consent[] = ['unasked', 'nobody', 'all', 'refused']
const accesses: RecordingAccess[] = ['public', 'agency', 'team']
const day = fc.option(fc.constantFrom('2026-12-01', '2027-03-31'))
const reach: fc.Arbitrary<Reach> = fc.record({
  access: fc.constantFrom(...accesses),
  embargoUntil: day,
  consent: fc.constantFrom(...consents),
  consentOn: day,
})
const wanted: Reach = { access: 'public', embargoUntil: null, consent: 'all', consentOn: '2026-11-20' }

test.each<[Consent, boolean, boolean]>([
  ['unasked', true, false],
  ['nobody', false, true],
  ['all', false, false],
  ['all', true, true],
  ['refused', true, false],
])('%s, with a form: %s, can be public: %s', (consent, hasForm, may) => {
  expect(whyNotPublic(consent, hasForm) === null).toBe(may)
})

test('what is public has its consent, or was public before anybody was asked and is as it was', () => {
  fc.assert(
    fc.property(reach, reach, fc.boolean(), (was, asked, hasForm) => {
      const before = makeRecording(was)
      let after = before
      try {
        after = reachOut(before, asked, hasForm)
      } catch (error) {
        expect(String(error)).toMatch(/conflict/)
        return
      }
      const isOld = before.access === 'public' && before.consent === 'unasked' && after.consent === 'unasked'
      if (after.access === 'public') expect(isOld || whyNotPublic(after.consent, hasForm) === null).toBe(true)
      else expect(after.embargoUntil).toBeNull()
      expect(after.consent).toBe(asked.consent)
    }),
  )
})

test('who refuses takes it out of the public at once, whatever else the form says', () => {
  const shown = reachOut(makeRecording(), wanted, true)
  expect(shown.access).toBe('public')
  expect(reachOut(shown, { ...wanted, consent: 'refused' }, true)).toMatchObject({
    access: 'agency',
    consent: 'refused',
  })
})

test('the last form cannot be taken away while all see it, and what was taken out is not changed', () => {
  const shown = reachOut(makeRecording(), wanted, true)
  expect(() => reachOut(shown, wanted, false)).toThrow(/^conflict: Lampirkan/)
  expect(reachOut(shown, { ...wanted, access: 'agency' }, false).access).toBe('agency')
  const out = makeRecording({ removedAt: new Date(), removedBecause: 'Rusak.' })
  expect(() => reachOut(out, wanted, true)).toThrow(/sudah dihapus/)
})

test('what changed is named, each by itself', () => {
  const before = makeRecording()
  expect(changesOf(before, before)).toEqual([])
  expect(changesOf(before, reachOut(before, { ...wanted, embargoUntil: '2027-01-01' }, true))).toEqual([
    'access',
    'embargo',
    'consent',
  ])
})
