import type { ComponentChildren } from 'preact'
import { type Sorting, SortLink, sortOf } from './sort-link.tsx'

export type Column<Row> = {
  header: string
  /** Drawn at the head in the words' place (the axis of a chart); the words then name the cell on a phone. */
  head?: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /** Numbers stand right, words left. */
  align?: 'end'
  /**
   * 1 is always seen; where the table is narrow the 3s go first, then the 2s, so they hold only what the row's own
   * page says again. As cards, on a phone, all come back.
   */
  priority?: 1 | 2 | 3
  /** Holds only what is done on a screen; paper goes without it. */
  screenOnly?: boolean
  /** The name by which the list can be sorted. */
  sort?: string
}

// The roles are written out because a table that is laid out as cards loses its own.
// biome-ignore-start lint/a11y/noRedundantRoles: see above

/** The row of headings. */
export const HeadRow = <Row,>({ columns, sorting }: { columns: Column<Row>[]; sorting?: Sorting | undefined }) => (
  <thead role="rowgroup">
    <tr role="row">
      {columns.map((column) => (
        <th
          key={column.header}
          scope="col"
          role="columnheader"
          class={classOf(column)}
          aria-sort={sortOf(column.sort, sorting)}
        >
          {column.sort && sorting ? (
            <SortLink by={column.sort} sorting={sorting}>
              {column.header}
            </SortLink>
          ) : (
            (column.head ?? column.header)
          )}
        </th>
      ))}
    </tr>
  </thead>
)

/** One row; its first column names it. */
export const BodyRow = <Row,>({ columns, row }: { columns: Column<Row>[]; row: Row }) => (
  <tr role="row">
    {columns.map((column, index) =>
      index === 0 ? (
        <th key={column.header} scope="row" role="rowheader" class={classOf(column)}>
          {column.cell(row)}
        </th>
      ) : (
        <td key={column.header} role="cell" class={classOf(column)} data-label={column.header}>
          {column.cell(row)}
        </td>
      ),
    )}
  </tr>
)
// biome-ignore-end lint/a11y/noRedundantRoles: see above

const classOf = <Row,>({ align, priority = 1, screenOnly }: Column<Row>) =>
  [align, priority > 1 && `p${priority}`, screenOnly && 'screen-only'].filter(Boolean).join(' ') || undefined
