import type { Evidence } from './evidence.ts'

type Waiting = Pick<Evidence, 'id' | 'state' | 'addedAt'>

/** What waits to be looked at before and after a piece of evidence, and how many there are besides it. */
export type Walk<Piece> = { before: Piece | null; after: Piece | null; waiting: number }

/**
 * The way of whoever looks at evidence: what waits, the earliest first. After the last one comes the first again, so
 * that nothing is passed over; a piece that no longer waits stands where it came in time.
 */
export function walkFrom<Piece extends Waiting>(here: Waiting, all: readonly Piece[]): Walk<Piece> {
  const others = all
    .filter(({ id, state }) => state === 'submitted' && id !== here.id)
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
  const after = others.find((one) => isBefore(here, one)) ?? others[0] ?? null
  const before = others.findLast((one) => isBefore(one, here)) ?? others.at(-1) ?? null
  return { before, after, waiting: others.length }
}

const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.addedAt < b.addedAt || (a.addedAt.getTime() === b.addedAt.getTime() && a.id < b.id)
