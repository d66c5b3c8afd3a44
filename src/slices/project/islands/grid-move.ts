/** A cell by its place: rows and columns count from 0. */
export type Place = { row: number; column: number }
/** What is chosen: from the cell where it began to the one where it ends, which has the focus. */
export type Choice = { anchor: Place; focus: Place }

export type Size = { rows: number; columns: number }

export const at = (place: Place): Choice => ({ anchor: place, focus: place })

/** The corners of what is chosen, in order. */
export const cornersOf = ({ anchor, focus }: Choice) => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
})

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

const steps: Record<string, (place: Place, size: Size, page: number) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, _, page) => ({ row: row - page, column }),
  PageDown: ({ row, column }, _, page) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
}

const farSteps: Record<string, (place: Place, size: Size) => Place> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
  ArrowLeft: ({ row }) => ({ row, column: 0 }),
  ArrowRight: ({ row }, { columns }) => ({ row, column: columns - 1 }),
}

/** Where a key leads; undefined for any other key. With `isFar` (Ctrl) to the edge, with `isLonger` (Shift) choosing on. */
export function moved(
  choice: Choice,
  key: string,
  size: Size,
  { isFar, isLonger, page = 10 }: { isFar: boolean; isLonger: boolean; page?: number },
): Choice | undefined {
  const step = isFar ? farSteps[key] : steps[key]
  if (!step) return undefined
  const { row, column } = step(choice.focus, size, page)
  const focus = { row: within(row, size.rows), column: within(column, size.columns) }
  return isLonger ? { anchor: choice.anchor, focus } : at(focus)
}

/** The next cell in reading order, or the one before; undefined beyond the last and the first: there Tab leaves. */
export function tabbed({ focus: { row, column } }: Choice, by: 1 | -1, { rows, columns }: Size): Choice | undefined {
  const next = row * columns + column + by
  if (next < 0 || next >= rows * columns) return undefined
  return at({ row: Math.floor(next / columns), column: next % columns })
}
