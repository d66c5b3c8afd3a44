import type { ComponentChildren } from 'preact'
import type { Page } from '#kit/list.ts'
import { Pager } from './pager.tsx'
import type { Sorting } from './sort-link.tsx'
import { BodyRow, type Column, HeadRow } from './table-rows.tsx'

type TableProps<Row> = {
  /** What the table shows, for whoever cannot see what stands around it. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  /** What stands there when there are no rows. */
  empty: ComponentChildren
  sorting?: Sorting
  /** The page of the list that `rows` are, and the address of another one. */
  page?: Page<unknown>
  pathOf?: (page: number) => string
}

/** Rows that are compared; cards where there is less than 36 rem of room. */
export function DataTable<Row>({ caption, columns, rows, keyOf, empty, sorting, page, pathOf }: TableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <div class="table-box">
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards, a table loses its role */}
      <table class="table" role="table">
        <caption class="hidden">{caption}</caption>
        <HeadRow columns={columns} sorting={sorting} />
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            <BodyRow key={keyOf(row)} columns={columns} row={row} />
          ))}
        </tbody>
      </table>
      {page && pathOf && <Pager page={page} pathOf={pathOf} />}
    </div>
  )
}
