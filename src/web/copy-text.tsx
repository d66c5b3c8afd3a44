import { Island } from './island.tsx'

/** Text to be copied and sent on: one tap selects all of it, and a script adds the button. `label` says what it is. */
export const CopyText = ({ label, children }: { label: string; children: string }) => (
  <Island name="copy" props={{ label }}>
    <code class="copy-text">{children}</code>
  </Island>
)
