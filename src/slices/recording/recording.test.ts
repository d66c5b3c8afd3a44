import { expect, test } from 'vitest'
import { makeRecording } from './make-recording.ts'
import { bringBack, describe, durationInWords, kindOf, type Said, takeOut } from './recording.ts'

const now = new Date('2026-11-24T02:00:00Z')
const said = {
  title: 'Meja baru',
  alternativeTitle: '',
  description: 'Antrean disatukan.',
  recordedOn: '2026-11-20',
  keywords: ['antrean'],
  language: 'jv',
  place: 'Yogyakarta',
  source: '',
  licence: 'cc-by-4.0',
  rightsNote: '',
} satisfies Said

test('a recording is described anew, and nothing but what was said changes', () => {
  const before = makeRecording()
  expect(describe(before, said)).toEqual({ ...before, ...said })
})

test('one that was taken out says why, is not described, and comes back as it was', () => {
  const before = makeRecording()
  const out = takeOut(before, 'Ada wajah anak.', now)
  expect(out).toMatchObject({ removedAt: now, removedBecause: 'Ada wajah anak.' })
  expect(() => describe(out, said)).toThrow(/^conflict/)
  expect(() => takeOut(out, 'Lagi.', now)).toThrow(/^conflict/)
  expect(bringBack(out)).toEqual(before)
  expect(() => bringBack(before)).toThrow(/^conflict/)
})

test.each([
  [5, '0:05'],
  [245, '4:05'],
  [3725, '1:02:05'],
])('%i seconds are %s', (seconds, words) => expect(durationInWords(seconds)).toBe(words))

test('a sheet is no recording', () => {
  expect(['film', 'sound', 'picture', 'pdf', 'sheet', undefined].map(kindOf)).toEqual([
    ...['film', 'sound', 'picture', 'document'],
    ...[undefined, undefined],
  ])
})
