import { expect, test } from 'vitest'
import { competitionEvents } from '#competition'
import { competitionSaid } from './competition-said.ts'
import { toldOf, wordsFor } from './notice.ts'

test('the agent is told what becomes of an entry, and led to the entries', () => {
  const about = {
    by: 'Sri',
    title: 'Jawab satu jam',
    code: 'b7k3m9qt',
    gate: null,
    decision: null,
    day: null,
    period: null,
    thingId: 'entry',
  }
  for (const event of Object.keys(competitionSaid)) {
    expect(toldOf(event)).toEqual(['agent'])
    expect(wordsFor(event, 'agent', about)).toMatchObject({ path: '/usulan', sentence: expect.stringContaining('Sri') })
  }
})

test('every event that is told of is one of the competition’s', () => {
  expect(Object.keys(competitionSaid).filter((event) => !Object.hasOwn(competitionEvents, event))).toEqual([])
})
