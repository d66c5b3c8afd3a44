import { expect, test } from 'vitest'
import { sittingFacts } from './make-presentation.ts'
import { isElsewhere, minutesOver, timesOf } from './sitting.ts'

const slots = [{ minutes: 20 }, { minutes: 45 }, { minutes: 60 }]

test('slots follow each other without a pause', () => {
  expect(timesOf('09:10', slots)).toEqual([
    { from: '09:10', until: '09:30' },
    { from: '09:30', until: '10:15' },
    { from: '10:15', until: '11:15' },
  ])
})

test('slots that last longer than the sitting are counted in minutes', () => {
  expect(minutesOver(sittingFacts, slots)).toBe(5)
  expect(minutesOver(sittingFacts, slots.slice(0, 2))).toBe(0)
})

test('another day, place or link is elsewhere; another name is not', () => {
  expect(isElsewhere(sittingFacts, { ...sittingFacts, title: 'Lain' })).toBe(false)
  for (const but of [{ heldOn: '2026-11-25' }, { place: 'Aula' }, { link: 'https://rapat.example' }])
    expect(isElsewhere(sittingFacts, { ...sittingFacts, ...but })).toBe(true)
})
