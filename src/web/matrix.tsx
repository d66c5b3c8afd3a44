import type { ComponentChildren } from 'preact'
import { BodyRow, type Column, HeadRow } from './table-rows.tsx'

type MatrixProps<Row> = {
  caption: string
  columns: Column<Row>[]
  /** Headings with the rows below them, and what can be done with each. */
  groups: { key: string; title: string; note?: string; act?: ComponentChildren; rows: Row[] }[]
  keyOf: (row: Row) => string
}

/**
 * A wide table in groups (the matrix of an action plan): its head and first column stay in sight, it scrolls in a
 * box of its own, is a list of cards on a phone and an A4 landscape page on paper.
 */
export const Matrix = <Row,>({ caption, columns, groups, keyOf }: MatrixProps<Row>) => (
  <div class="table-box landscape">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key */}
    <section class="matrix" aria-label={caption} tabIndex={0}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards, a table loses its role */}
      <table class="table" role="table">
        <caption class="hidden">{caption}</caption>
        <HeadRow columns={columns} />
        {groups.map(({ key, title, note, act, rows }) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tbody key={key} role="rowgroup">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <tr role="row" class="group">
              {/* biome-ignore lint/a11y: a heading of several rows */}
              <th scope="rowgroup" role="rowheader" colSpan={columns.length}>
                {title} {note && <span>{note}</span>} {act}
              </th>
            </tr>
            {rows.map((row) => (
              <BodyRow key={keyOf(row)} columns={columns} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  </div>
)
