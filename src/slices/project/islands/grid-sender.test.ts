import { expect, test } from 'vitest'
import { firstOf, type GridOutcome, makeSender } from './grid-sender.ts'
import type { SentRow } from './grid-state.ts'

const rows = (to: string): SentRow[] => [{ id: 'a', initiativeId: 'p', cells: [{ key: 'title', from: '', to }] }]
const saved: GridOutcome = { kind: 'saved', answer: { rows: [], gone: [], left: [], revision: 2 } }

/** A sender whose tries end when the test says so. */
function open(first: SentRow[]) {
  const asked: { rows: SentRow[]; answer: (outcome: GridOutcome) => void }[] = []
  const came: GridOutcome['kind'][] = []
  let waits = first
  const sender = makeSender({
    waiting: () => waits,
    send: (sent) =>
      new Promise((resolve) => {
        asked.push({ rows: sent, answer: resolve })
      }),
    began: () => undefined,
    came(sent, { kind }) {
      came.push(kind)
      if (kind === 'saved' && JSON.stringify(sent) === JSON.stringify(waits)) waits = []
    },
  })
  const wait = (next: SentRow[]) => {
    waits = next
  }
  return { sender, asked, came, wait }
}

test('one try is on its way at a time, and what was written meanwhile follows it', async () => {
  const { sender, asked, wait } = open(rows('A'))
  const sending = sender.send()
  wait(rows('AB'))
  await sender.send()
  expect(asked).toHaveLength(1)
  expect(sender.isQuiet()).toBe(false)
  asked[0]?.answer(saved)
  await expect.poll(() => asked.length).toBe(2)
  expect(asked[1]?.rows).toEqual(rows('AB'))
  asked[1]?.answer(saved)
  await sending
  expect(sender.isQuiet()).toBe(true)
})

test('a try without an answer goes out once more as it was, before anything newer', async () => {
  const { sender, asked, wait } = open(rows('A'))
  const first = sender.send()
  asked[0]?.answer({ kind: 'unsent' })
  await first
  expect(sender.isQuiet()).toBe(false)
  wait(rows('AB'))
  const second = sender.send()
  expect(asked[1]?.rows).toEqual(rows('A'))
  asked[1]?.answer(saved)
  await expect.poll(() => asked.length).toBe(3)
  expect(asked[2]?.rows).toEqual(rows('AB'))
  asked[2]?.answer(saved)
  await second
})

test('a refusal is the last word of the page', async () => {
  const { sender, asked, came } = open(rows('A'))
  const sending = sender.send()
  asked[0]?.answer({ kind: 'refused', sentence: 'Sudah ditetapkan.' })
  await sending
  await sender.send()
  expect(asked).toHaveLength(1)
  expect(came).toEqual(['refused'])
})

test('a request holds no more than the server takes, and at least one row', () => {
  const many = (count: number, to: string) => Array.from({ length: count }, () => rows(to)).flat()
  expect(firstOf(many(600, 'x'))).toHaveLength(500)
  expect(firstOf(many(40, 'x'.repeat(10_000))).length).toBeLessThan(25)
  expect(firstOf(rows('x'.repeat(300_000)))).toHaveLength(1)
  expect(firstOf([])).toEqual([])
})
