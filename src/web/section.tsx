import type { ComponentChildren } from 'preact'

type SectionProps = {
  title: string
  /** How many, counted until when: small, beside the heading. */
  note?: ComponentChildren
  /** One link at the right. */
  act?: ComponentChildren
  id?: string
  children: ComponentChildren
}

/** A part of a page under its own heading. */
export const Section = ({ title, note, act, id, children }: SectionProps) => (
  <section class="section" id={id}>
    <div class="section-head">
      <h2>{title}</h2>
      {note && <p>{note}</p>}
      {act && <div class="section-act">{act}</div>}
    </div>
    {children}
  </section>
)

/** Two columns where there is room: what I do, and where everything stands. */
export const Columns = ({ children }: { children: ComponentChildren }) => <div class="columns">{children}</div>

/** Running text in a measure for reading. */
export const Prose = ({ children }: { children: ComponentChildren }) => <div class="prose">{children}</div>

/** Nothing is there yet: what would be, and the one act that brings it. */
export const EmptyState = ({
  title,
  children,
  act,
}: {
  title: string
  children?: ComponentChildren
  act?: ComponentChildren
}) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children && <p>{children}</p>}
    {act && <div class="actions">{act}</div>}
  </div>
)

/** What most readers may pass over. */
export const MoreWords = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <details class="more-words">
    <summary>{label}</summary>
    {children}
  </details>
)
