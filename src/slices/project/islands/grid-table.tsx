import { Component, type ComponentChildren } from 'preact'
import type { MatrixColumn } from '../columns.ts'
import type { Group, Mine, Row } from './grid-state.ts'

export type GridColumn = Pick<MatrixColumn, 'key' | 'label' | 'kind'>

/** What is chosen in one row: from which column to which, and which of them has the focus. */
type ChosenInRow = { left: number; right: number; focus: number | null }

type RowProps = {
  row: Row
  columns: readonly GridColumn[]
  /** The address of the project's plan; a row's number leads to its form. */
  path: string
  /** It can be written in: its cells take the focus. */
  isLive?: boolean
  mine?: Readonly<Record<string, Mine>> | undefined
  chosen?: ChosenInRow | undefined
  /** What stands in place of the cell that has the focus while it is written. */
  editor?: ComponentChildren
  /** Who else stands in a cell of this row, by column. */
  others?: Readonly<Record<string, string>> | undefined
}

/** One activity. Column 0 is its number. Drawn anew only when something of its own changed. */
export class GridRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { chosen, ...now } = this.props
    const { chosen: chosenNext, ...then } = next
    return (
      (Object.keys({ ...now, ...then }) as (keyof typeof then)[]).some((name) => now[name] !== then[name]) ||
      JSON.stringify(chosen) !== JSON.stringify(chosenNext)
    )
  }

  override render() {
    const { row, columns, path, isLive = false, mine = {}, chosen, editor, others = {} } = this.props
    const isChosen = (column: number) => chosen !== undefined && column >= chosen.left && column <= chosen.right
    const isFocus = (column: number) => chosen?.focus === column
    return (
      <tr class={row.isGone ? 'gone' : row.isNew ? 'new' : undefined} data-row={row.id}>
        <th
          scope="row"
          data-column="0"
          tabIndex={isLive ? (isFocus(0) ? 0 : -1) : undefined}
          aria-selected={isChosen(0) || undefined}
        >
          {row.number ? (
            <a
              href={`${path}/kegiatan/${row.id}`}
              tabIndex={isLive ? -1 : undefined}
              aria-label={`Buka formulir kegiatan ${row.number}`}
            >
              {row.number}
            </a>
          ) : (
            <>
              <span aria-hidden="true">{row.isGone ? '×' : '+'}</span>
              <span class="hidden">{row.isGone ? 'Kegiatan yang sudah dihapus' : 'Kegiatan baru'}</span>
            </>
          )}
        </th>
        {columns.map(({ key, kind, label }, index) => {
          const own = mine[key]
          const column = index + 1
          const isWritten = editor !== undefined && isFocus(column)
          return (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be selected
            <td
              key={key}
              role={isLive ? 'gridcell' : undefined}
              data-column={column}
              data-label={label}
              tabIndex={isLive ? (isFocus(column) && !isWritten ? 0 : -1) : undefined}
              class={classOf(kind, own, isFocus(column), isWritten)}
              aria-selected={isChosen(column) || undefined}
              aria-invalid={own?.reason !== undefined || own?.theirs !== undefined || undefined}
              aria-describedby={isFocus(column) ? 'grid-cell-note' : undefined}
              data-other={others[key]}
            >
              {isWritten ? editor : (own?.text ?? row.cells[key] ?? '')}
            </td>
          )
        })}
      </tr>
    )
  }
}

const classOf = (kind: GridColumn['kind'], own: Mine | undefined, isFocus: boolean, isWritten: boolean) =>
  [
    kind === 'number' && 'end',
    own && (own.theirs !== undefined ? 'theirs' : own.reason !== undefined ? 'wrong' : 'unsaved'),
    isFocus && 'focus',
    isWritten && 'written',
  ]
    .filter(Boolean)
    .join(' ') || undefined

/** The table with its heads; the rows are the caller's. */
export const GridTable = ({
  columns,
  groups,
  isLive,
  isClosed,
  row,
}: {
  columns: readonly GridColumn[]
  groups: readonly Group[]
  /** It can be written in; without a script it is a table to read. */
  isLive: boolean
  /** It can be looked at and copied from, and no longer be written in. */
  isClosed?: boolean
  row: (row: Row) => ComponentChildren
}) => (
  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a grid can be selected in
  <table
    class="table grid"
    role={isLive ? 'grid' : undefined}
    aria-multiselectable={isLive || undefined}
    aria-readonly={isClosed || undefined}
    aria-describedby={isLive ? 'grid-hint' : undefined}
  >
    <caption class="hidden">Matriks program dan kegiatan</caption>
    <thead>
      <tr>
        <th scope="col">No.</th>
        {columns.map(({ key, label }) => (
          <th key={key} scope="col" class={`column-${key}`}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    {groups.map(({ id, title, rows }) => (
      <tbody key={id}>
        <tr class="group">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            <span>{title}</span>
          </th>
        </tr>
        {rows.map(row)}
      </tbody>
    ))}
  </table>
)
