import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type AlertKind = 'note' | 'soon' | 'late'

const icons: Record<AlertKind, IconName> = { note: 'info', soon: 'clock', late: 'circle-alert' }

/** A remark about the whole page: something to know, to do soon, or that is wrong. */
export const Alert = ({
  kind = 'note',
  title,
  children,
}: {
  kind?: AlertKind
  title?: string
  children?: ComponentChildren
}) => (
  <div class={`alert ${kind}`}>
    <Icon name={icons[kind]} />
    <div>
      {title && <p class="alert-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  </div>
)
