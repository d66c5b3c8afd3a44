import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** Primary: the one act of a page. Danger: what is hard to undo. Quiet: beside many others. */
type Look = { kind?: 'primary' | 'danger' | 'quiet'; icon?: IconName; children: ComponentChildren }

const classOf = (kind: Look['kind']) => (kind ? `button ${kind}` : 'button')

type ButtonProps = Look & { name?: string; value?: string; formAction?: string; disabled?: boolean; form?: string }

/** Sends the form it stands in. */
export const Button = ({ kind, icon, children, ...rest }: ButtonProps) => (
  <button type="submit" class={classOf(kind)} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

/**
 * First in a form whose first button is not its main act: the Enter key presses the first button that a form has. Seen
 * by nobody, since the act has its own button.
 */
export const EnterButton = ({ name, value }: { name?: string; value?: string }) => (
  <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true" {...{ name, value }} />
)

/** A link that looks like a button: it leads to where an act is done. */
export const ButtonLink = ({ kind, icon, href, children, download }: Look & { href: string; download?: boolean }) => (
  <a class={classOf(kind)} href={href} download={download}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

type ActProps = Look & { action: string; hidden?: Record<string, string> }

/** An act that needs nothing typed: a form of one button. */
export const ActButton = ({ action, hidden = {}, ...look }: ActProps) => (
  <form class="act" method="post" action={action}>
    {Object.entries(hidden).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button {...look} />
  </form>
)
