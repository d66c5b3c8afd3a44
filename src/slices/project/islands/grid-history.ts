import type { Change } from './grid-state.ts'

/** What was written, act by act, to be undone and done again. An act that finds other words than its own is passed over. */
export function makeHistory() {
  const done: Change[][] = []
  const undone: Change[][] = []
  const reversed = (changes: Change[]): Change[] =>
    changes.map(({ id, key, text, before }) => ({ id, key, text: before, before: text }))

  return {
    add(changes: Change[]): void {
      if (changes.length === 0) return
      done.push(changes)
      undone.length = 0
    },
    /** What to write to take the last act back; undefined where there is none. */
    undo(): Change[] | undefined {
      const act = done.pop()
      if (act) undone.push(act)
      return act && reversed(act)
    },
    /** What to write to do again what was taken back last. */
    redo(): Change[] | undefined {
      const act = undone.pop()
      if (act) done.push(act)
      return act
    },
    /** The server stored a cell in other words than were written: what was done there is known by these. */
    reworded(cell: { id: string; key: string }, from: string, to: string): void {
      if (from === to) return
      for (const change of [...done, ...undone].flat()) {
        if (change.id !== cell.id || change.key !== cell.key) continue
        if (change.text === from) change.text = to
        if (change.before === from) change.before = to
      }
    },
    /** Whether one of the acts that stand wrote in this cell. */
    wrote: (id: string, key: string) =>
      done.some((act) => act.some((change) => change.id === id && change.key === key)),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}
