import type { Day } from '#kit/date.ts'

/** From when until when on one day, in minutes since midnight on the clock of the agency's zone. */
export type Span = { day: Day; from: number; until: number }

/** A sitting as the plan sees it: its hours, and who sits there through all of them. */
export type Room = Span & { id: string; judges: readonly string[] }

/** A presentation that wants a slot; `people` are those who must be there besides the judges of the room. */
export type Wanted = { id: string; people: readonly string[] }

/** What is asked of a schedule. */
export type Wish = {
  rooms: readonly Room[]
  wanted: readonly Wanted[]
  /** How long each presentation lasts, and what lies between two in one room. */
  minutes: number
  gap: number
  /** Hours of every day in which nothing is presented. */
  breaks: readonly { from: number; until: number }[]
  /** Slots that stay where they are, by room. */
  occupied: readonly (Span & { roomId: string })[]
  /** When somebody can be in no slot: absent, or in one that stays where it is. */
  busy: readonly (Span & { personId: string })[]
}

export type Placed = { id: string; roomId: string; day: Day; from: number }

/**
 * Why something has no slot: nothing of the hours is left at all; somebody (`people`) can be there at none of them; or
 * those at which everybody could are taken, where it names who is in another slot then.
 */
export type Unplaced = { id: string; why: 'full' | 'absent' | 'taken'; people: string[] }

export type SlotPlan = { placed: Placed[]; unplaced: Unplaced[] }

/** Where a slot could be. */
type Cell = Span & { room: Room }

/** Settled: hours that are left between full slots are looked at every five minutes. */
const step = 5

const meets = (one: Span, other: Span) => one.day === other.day && one.from < other.until && other.from < one.until
const inOrder = (a: Cell, b: Cell) => compare(a.day, b.day) || a.from - b.from || compare(a.room.id, b.room.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Gives slots to presentations: nobody in two at once, all within the hours of a room and outside its breaks. Settled:
 * those who can be at the fewest hours choose first; where an hour is taken, whoever holds it is moved if there is
 * another hour for them. Where no two presentations share a person this finds the most that can be had (Kuhn's way to
 * a largest matching: each round moves along one augmenting path); where they do, that question has no quick answer,
 * and what is promised is that whatever stays without a slot fits nowhere in the schedule as it then is. The order of
 * what is given never matters.
 */
export function planSlots(wish: Wish): SlotPlan {
  const rooms = wish.rooms.toSorted((a, b) => compare(a.id, b.id))
  const cells = rooms.flatMap((room) => cellsOf(room, wish)).toSorted(inOrder)
  const busy = Map.groupBy(wish.busy, ({ personId }) => personId)
  const board = new Board()
  const ways = new Map(wish.wanted.map((one) => [one.id, cells.filter((cell) => canAttend(one, cell, busy))]))
  const waysOf = ({ id }: Wanted) => ways.get(id) ?? []
  const order = wish.wanted.toSorted((a, b) => waysOf(a).length - waysOf(b).length || compare(a.id, b.id))
  const byId = new Map(order.map((one) => [one.id, one]))

  /** Places it at an hour that is free, or at one whose only hindrance can go elsewhere; no hour is tried twice. */
  const place = (one: Wanted, seen: Set<Cell>): boolean => {
    const open = waysOf(one).filter((cell) => !seen.has(cell))
    const free = open.find((cell) => board.isFree(one, cell))
    if (free) {
      board.put(one, free)
      return true
    }
    for (const cell of open) {
      if (seen.has(cell)) continue
      seen.add(cell)
      const [otherId, ...more] = board.hindrances(one, cell)
      const other = byId.get(otherId ?? '')
      if (!other || more.length > 0) continue
      const before = board.take(other)
      board.put(one, cell)
      if (place(other, seen)) return true
      board.take(one)
      if (before) board.put(other, before)
    }
    return false
  }

  let open = order
  for (let before = -1; open.length !== before; ) {
    before = open.length
    // Hours from which no way led on lead on for nobody else either, until something moves.
    let seen = new Set<Cell>()
    open = open.filter((one) => {
      const isPlaced = place(one, seen)
      if (isPlaced) seen = new Set()
      return !isPlaced
    })
  }
  const loose = rooms.flatMap((room) => startsOf(room, wish)).toSorted(inOrder)
  open = open.filter((one) => {
    const cell = loose.find((at) => canAttend(one, at, busy) && board.isFree(one, at, wish.gap))
    if (cell) board.put(one, cell)
    return cell === undefined
  })
  const told = (one: Wanted) => reasonFor(one, loose, board, busy)
  return { placed: board.all(), unplaced: open.toSorted((a, b) => compare(a.id, b.id)).map(told) }
}

/** Who is where. */
class Board {
  readonly #at = new Map<string, Cell>()
  readonly #of = new Map<string, Set<Wanted>>()

  put(one: Wanted, cell: Cell): void {
    this.#at.set(one.id, cell)
    for (const person of peopleAt(one, cell)) this.#slotsOf(person).add(one)
    this.#slotsOf(cell.room.id).add(one)
  }

  take(one: Wanted): Cell | undefined {
    const cell = this.#at.get(one.id)
    if (!cell) return undefined
    this.#at.delete(one.id)
    for (const person of peopleAt(one, cell)) this.#slotsOf(person).delete(one)
    this.#slotsOf(cell.room.id).delete(one)
    return cell
  }

  /** Whether nothing in the room, and nobody, keeps it from that hour. */
  isFree(one: Wanted, cell: Cell, gap = 0): boolean {
    const wide = gap === 0 ? cell : { ...cell, from: cell.from - gap, until: cell.until + gap }
    return !this.isTaken(cell.room.id, wide) && !peopleAt(one, cell).some((person) => this.isTaken(person, cell))
  }

  /** The ids of the slots that keep this one from that hour: in the room, or because of somebody. */
  hindrances(one: Wanted, cell: Cell): Set<string> {
    const found = new Set<string>()
    for (const id of [cell.room.id, ...peopleAt(one, cell)])
      for (const { id: other } of this.#of.get(id) ?? []) if (this.#isAt(other, cell)) found.add(other)
    return found
  }

  /** Whether a person, or a room, has a slot that meets this span. */
  isTaken(id: string, span: Span): boolean {
    for (const { id: other } of this.#of.get(id) ?? []) if (this.#isAt(other, span)) return true
    return false
  }

  all(): Placed[] {
    const placed = [...this.#at].map(([id, cell]) => ({ id, cell })).toSorted((a, b) => inOrder(a.cell, b.cell))
    return placed.map(({ id, cell: { room, day, from } }) => ({ id, roomId: room.id, day, from }))
  }

  #slotsOf(id: string): Set<Wanted> {
    const there = this.#of.get(id) ?? new Set()
    this.#of.set(id, there)
    return there
  }

  #isAt(id: string, span: Span): boolean {
    const cell = this.#at.get(id)
    return cell !== undefined && meets(cell, span)
  }
}

const peopleAt = ({ people }: Wanted, { room }: Cell) => [...people, ...room.judges]

type Busy = ReadonlyMap<string, readonly Span[]>

const absentAt = (person: string, cell: Cell, busy: Busy) =>
  busy.get(person)?.some((span) => meets(span, cell)) ?? false

const canAttend = (one: Wanted, cell: Cell, busy: Busy) =>
  !peopleAt(one, cell).some((person) => absentAt(person, cell, busy))

/** What is free of a room's hours, apart from breaks and what stays where it is. */
function stretchesOf(room: Room, { breaks, occupied, gap }: Wish): Span[] {
  const kept = occupied
    .filter(({ roomId, day }) => roomId === room.id && day === room.day)
    .map(({ from, until }) => ({ from: from - gap, until: until + gap }))
  let free: Span[] = [{ day: room.day, from: room.from, until: room.until }]
  for (const taken of [...breaks, ...kept])
    free = free.flatMap((span) =>
      [
        { ...span, until: Math.min(span.until, taken.from) },
        { ...span, from: Math.max(span.from, taken.until) },
      ].filter((part) => part.from < part.until),
    )
  return free
}

/** As many slots as fit, one behind the other from the beginning of each stretch. */
const cellsOf = (room: Room, wish: Wish): Cell[] =>
  stretchesOf(room, wish).flatMap((span) => every(span, wish.minutes, wish.minutes + wish.gap, room))

/** Every beginning that a stretch allows, five minutes apart. */
const startsOf = (room: Room, wish: Wish): Cell[] =>
  stretchesOf(room, wish).flatMap((span) => every(span, wish.minutes, step, room))

function every({ day, from, until }: Span, minutes: number, apart: number, room: Room): Cell[] {
  const cells: Cell[] = []
  for (let at = from; at + minutes <= until; at += apart) cells.push({ day, from: at, until: at + minutes, room })
  return cells
}

function reasonFor(one: Wanted, starts: readonly Cell[], board: Board, busy: Busy): Unplaced {
  const attended = starts.filter((cell) => canAttend(one, cell, busy))
  const named = (cells: readonly Cell[], isAway: (person: string, cell: Cell) => boolean) =>
    [...new Set(cells.flatMap((cell) => peopleAt(one, cell).filter((person) => isAway(person, cell))))].toSorted()
  if (starts.length === 0) return { id: one.id, why: 'full', people: [] }
  if (attended.length === 0)
    return { id: one.id, why: 'absent', people: named(starts, (person, cell) => absentAt(person, cell, busy)) }
  const free = attended.filter((cell) => !board.isTaken(cell.room.id, cell))
  return { id: one.id, why: 'taken', people: named(free, (person, cell) => board.isTaken(person, cell)) }
}
