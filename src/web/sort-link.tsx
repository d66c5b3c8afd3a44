import type { ComponentChildren } from 'preact'

/** How a list is sorted now, and the address at which it is sorted otherwise. */
export type Sorting = { by: string; descending: boolean; pathOf: (by: string, descending: boolean) => string }

/** The head of a column by which the list can be sorted; a second press turns the order round. */
export const SortLink = ({ by, sorting, children }: { by: string; sorting: Sorting; children: ComponentChildren }) => (
  <a class="sort" href={sorting.pathOf(by, sorting.by === by && !sorting.descending)}>
    {children}
    <svg viewBox="0 0 8 12" aria-hidden="true">
      <path d="M1 4.5 4 1l3 3.5" class={isOn(by, sorting, false)} />
      <path d="M1 7.5 4 11l3-3.5" class={isOn(by, sorting, true)} />
    </svg>
  </a>
)

const isOn = (by: string, sorting: Sorting, descending: boolean) =>
  sorting.by === by && sorting.descending === descending ? 'on' : undefined

export const sortOf = (by: string | undefined, sorting: Sorting | undefined) =>
  by === undefined || sorting?.by !== by ? undefined : sorting.descending ? 'descending' : 'ascending'
