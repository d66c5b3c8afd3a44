import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type MenuProps = {
  /** What opens it: words, or a picture with hidden words. */
  label: ComponentChildren
  /** A line at its top. */
  title?: string
  /** The side on which it hangs. */
  align?: 'start' | 'end'
  /** Links, and forms whose only content is their button. */
  children: ComponentChildren
}

/** A few acts behind one button, for those that are not the page's main one. Opening another closes it. */
export const Menu = ({ label, title, align = 'end', children }: MenuProps) => (
  <details class="menu" name="menu">
    <summary>
      {label}
      <Icon name="chevron-down" />
    </summary>
    <Sheet align={align}>
      {title && <p class="menu-title">{title}</p>}
      {children}
    </Sheet>
  </details>
)

/** The menu of a row or of a page's head: three dots, and hidden words that say what they hold. */
export const MoreMenu = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <details class="menu more" name="menu">
    <summary>
      <Icon name="ellipsis" />
      <span class="hidden">{label}</span>
    </summary>
    <Sheet align="end">{children}</Sheet>
  </details>
)

const Sheet = ({ align, children }: { align: 'start' | 'end'; children: ComponentChildren }) => (
  <div class={`menu-sheet ${align}`}>{children}</div>
)
