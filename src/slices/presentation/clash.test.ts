import { expect, test } from 'vitest'
import { clashOf, missedBy, type TimedSlot } from './clash.ts'
import { clashInWords } from './pages/clash-words.ts'

const head = { personId: 'bonar', name: 'Bonar Hutapea', as: 'head' as const }
const slot = (but: Partial<TimedSlot> = {}): TimedSlot => ({
  ...{ id: 'one', title: 'Satu antrean', sittingId: 'A', sittingTitle: 'Sidang A', people: [head] },
  ...{ day: '2026-12-01', from: 540, until: 560 },
  ...but,
})
const other = (but: Partial<TimedSlot> = {}) =>
  slot({ id: 'two', title: 'Arsip terbuka', sittingId: 'B', sittingTitle: 'Sidang B', ...but })

test('nothing keeps a slot from an hour at which everybody is free, be it right behind another', () => {
  expect(clashOf(slot(), [slot(), other({ from: 560, until: 580 }), other({ day: '2026-12-02' })], [])).toBeUndefined()
  expect(clashOf(slot(), [other({ people: [] })], [])).toBeUndefined()
})

test('whoever is away at the hour of a slot is missed there once, and nobody at another hour or day', () => {
  const slots = [slot(), other({ from: 560, until: 580 })]
  const away = (from: number, until: number, day = '2026-12-01') => [{ personId: 'bonar', day, from, until }]
  expect(missedBy(slots, away(550, 600))).toEqual([head])
  expect([missedBy(slots, away(580, 600)), missedBy(slots, away(540, 600, '2026-12-02'))]).toEqual([[], []])
})

test('another slot in the same sitting, somebody in two at once and somebody away are named, both sides with their hours', () => {
  const own = '“Satu antrean” pukul 09.00–09.20'
  const inRoom = clashOf(slot(), [other({ sittingId: 'A', sittingTitle: 'Sidang A', people: [], from: 550 })], [])
  expect(inRoom && clashInWords(slot(), inRoom)).toBe(
    `${own} bertabrakan dengan “Arsip terbuka” pukul 09.10–09.20 dalam sidang yang sama.`,
  )
  const person = clashOf(slot(), [other({ from: 550, until: 570 })], [])
  expect(person && clashInWords(slot(), person)).toBe(
    `Bonar Hutapea (atasan) tidak dapat hadir pada ${own}: pada jam itu ada di “Arsip terbuka” pukul 09.10–09.30, Sidang B.`,
  )
  const away = clashOf(slot(), [], [{ personId: 'bonar', day: '2026-12-01', from: 480, until: 545 }])
  expect(away && clashInWords(slot(), away)).toBe(
    `Bonar Hutapea (atasan) tidak dapat hadir pada ${own}: berhalangan pukul 08.00–09.05.`,
  )
})
