import type { ComponentChildren } from 'preact'

/** A node of a tree: its words, and what is below it. */
export type Branch = { id: string; words: ComponentChildren; note?: ComponentChildren; below: Branch[] }

/** A tree as lists in lists: screen readers say how deep one is, and nothing has to be opened. */
export const Tree = ({ label, branches }: { label?: string; branches: Branch[] }) => (
  <ul class={label ? 'tree' : undefined} aria-label={label}>
    {branches.map(({ id, words, note, below }) => (
      <li key={id}>
        <div>
          <span class="tree-words">{words}</span>
          {note && <span class="tree-note">{note}</span>}
        </div>
        {below.length > 0 && <Tree branches={below} />}
      </li>
    ))}
  </ul>
)
