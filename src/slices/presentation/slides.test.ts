import { expect, test } from 'vitest'
import { choiceOf, seenOf } from './slides.ts'

const file = (id: string, kind?: 'pdf' | 'picture') => ({
  id,
  shown: kind ? { id: `${id}-shown`, name: id, isPicture: kind === 'picture' } : null,
})

test('the slides on the screen are those that were asked for, else the first PDF, else the first picture', () => {
  const files = [file('office'), file('photo', 'picture'), file('slides', 'pdf'), file('more', 'pdf')]
  expect(seenOf(files, 'more')?.id).toBe('more')
  expect(seenOf(files, 'photo')?.id).toBe('photo')
  for (const wanted of [undefined, 'office', 'elsewhere']) expect(seenOf(files, wanted)?.id).toBe('slides')
  expect(seenOf(files.slice(0, 2), undefined)?.id).toBe('photo')
  expect(seenOf(files.slice(0, 1), 'office')).toBeUndefined()
})

test('there is something else to choose from once a file came, went, or can be shown', () => {
  const before = choiceOf([file('office')])
  for (const now of [[], [file('office', 'pdf')], [file('office'), file('more')]])
    expect(choiceOf(now)).not.toBe(before)
})
