import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Counts the islands of the page being drawn: a page without any has no script at all. */
export type IslandCount = { found: number }
export const IslandContext = createContext<IslandCount | null>(null)

type IslandProps = { name: string; props?: Record<string, unknown>; children: ComponentChildren }

/**
 * A part of the page that is more with a script and whole without one. `name` is that of its module in the list of
 * `src/islands.ts`; `props` are what that module is given, as JSON.
 */
export function Island({ name, props, children }: IslandProps) {
  const count = useContext(IslandContext)
  if (count !== null) count.found += 1
  return (
    <div data-island={name} data-props={props && JSON.stringify(props)}>
      {children}
    </div>
  )
}
