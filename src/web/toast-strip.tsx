import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** What was just done, said once above the page ("Undangan dikirim."). It stays until the next page. */
export const Toast = ({ children }: { children: ComponentChildren }) => (
  <div class="toast" role="status">
    <Icon name="check" />
    <p>{children}</p>
  </div>
)
