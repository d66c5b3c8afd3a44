import { mostRows } from '../grid/limits.ts'
import type { SavedRows, SentRow } from './grid-state.ts'

/** What became of a try to save. */
export type GridOutcome =
  | { kind: 'saved'; answer: SavedRows }
  | { kind: 'refused'; sentence: string }
  | { kind: 'signed-out' | 'unsent' }

export type SenderPorts = {
  /** What waits to be sent now. */
  waiting(): SentRow[]
  send(rows: SentRow[]): Promise<GridOutcome>
  began(): void
  came(rows: SentRow[], outcome: GridOutcome): void
}

/** No more text than the server lets in at once (1 MB). */
const mostText = 250_000

/** The first of the rows that wait, as many as one request takes; the others follow. */
export function firstOf(rows: SentRow[]): SentRow[] {
  let text = 0
  const count = rows.slice(0, mostRows).findIndex((row) => {
    text += JSON.stringify(row).length
    return text > mostText
  })
  return rows.slice(0, count === -1 ? mostRows : Math.max(1, count))
}

/**
 * Sends what waits, one try at a time. A try without an answer may have arrived: it goes out once more as it was, before
 * anything newer, so that one's own save is not taken for somebody else's change.
 */
export function makeSender(ports: SenderPorts) {
  let inDoubt: SentRow[] | null = null
  let isRunning = false
  /** The server takes nothing more of this page: it has to be loaded anew. */
  let isOver = false

  async function send(): Promise<void> {
    if (isRunning || isOver) return
    isRunning = true
    try {
      for (let rows = inDoubt ?? firstOf(ports.waiting()); rows.length > 0; rows = firstOf(ports.waiting())) {
        ports.began()
        const outcome = await ports.send(rows)
        inDoubt = outcome.kind === 'unsent' ? rows : null
        isOver = outcome.kind === 'refused'
        ports.came(rows, outcome)
        if (outcome.kind !== 'saved') return
      }
    } finally {
      isRunning = false
    }
  }

  return {
    send,
    /** Nothing is on its way, and nothing may have arrived unheard. */
    isQuiet: () => !isRunning && inDoubt === null,
  }
}
