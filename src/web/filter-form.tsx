import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

type FilterFormProps = {
  /** The address of the list: what is asked for stands in it, so that it can be kept and passed on. */
  action: string
  /** What is searched, for whoever cannot see what stands below. */
  label: string
  /** The verb on its button. */
  act?: string
  children: ComponentChildren
}

/** Narrows a list by a few fields in one line. */
export const FilterForm = ({ action, label, act = 'Cari', children }: FilterFormProps) => (
  <search>
    <form class="filter" action={action} aria-label={label}>
      {children}
      <Button icon="search">{act}</Button>
    </form>
  </search>
)
