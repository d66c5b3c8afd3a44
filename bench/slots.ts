import { performance } from 'node:perf_hooks'
import { planSlots, type Wish } from '../src/slices/presentation/slot-plan.ts'

// 200 presentations in ten rooms over two days, 60 people with constraints: how long the rule takes, and what it places.
const rounds = 20
const days = ['2026-12-01', '2026-12-02']
const [morning, evening] = [8 * 60, 16 * 60]

/** The same numbers every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `rooms` a day, two judges in each; a fifth of the hours of each head and judge is taken by something else. */
function wishOf(rooms: number, seed: number): Wish {
  const next = numbersFrom(seed)
  const pick = (most: number) => Math.floor(next() * most)
  const heads = Array.from({ length: 40 }, (_, at) => `head${at}`)
  const judges = Array.from({ length: 2 * rooms }, (_, at) => `judge${at}`)
  const away = [...heads, ...judges].flatMap((personId) =>
    days.map((day) => {
      const from = morning + pick(6) * 60
      return { personId, day, from, until: from + 90 }
    }),
  )
  return {
    rooms: days.flatMap((day) =>
      Array.from({ length: rooms }, (_, at) => ({
        ...{ id: `${day} ${at}`, day, from: morning, until: evening },
        judges: [`judge${2 * at}`, `judge${2 * at + 1}`],
      })),
    ),
    wanted: Array.from({ length: 200 }, (_, at) => ({
      id: `project${at}`,
      people: [`agent${at}`, heads[pick(heads.length)] ?? ''],
    })),
    ...{ minutes: 20, gap: 5, breaks: [{ from: 12 * 60, until: 13 * 60 }], occupied: [], busy: away },
  }
}

/** At how many hours the judges of a room are there: more than these the rule cannot place, whatever it does. */
const attended = (wish: Wish) =>
  planSlots({ ...wish, wanted: Array.from({ length: 400 }, (_, at) => ({ id: `any${at}`, people: [] })) }).placed.length

console.log('rooms/day | placed of 200 | of what the judges leave | ms, median | ms, slowest')
for (const rooms of [10, 8, 7]) {
  const wishes = Array.from({ length: rounds }, (_, at) => wishOf(rooms, at + 1))
  const times: number[] = []
  const placed: number[] = []
  const shares: number[] = []
  for (const wish of wishes) {
    const began = performance.now()
    const count = planSlots(wish).placed.length
    times.push(performance.now() - began)
    placed.push(count)
    shares.push(count / Math.min(200, attended(wish)))
  }
  const sorted = times.toSorted((a, b) => a - b)
  const figures = [sorted[Math.floor(rounds / 2)] ?? 0, sorted.at(-1) ?? 0].map((time) => time.toFixed(0))
  const range = `${Math.min(...placed)}–${Math.max(...placed)}`
  const mean = shares.reduce((sum, share) => sum + share, 0) / rounds
  console.log([rooms, range, `${(mean * 100).toFixed(1)} %`, ...figures].join(' | '))
}
