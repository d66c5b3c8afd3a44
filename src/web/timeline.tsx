import type { ComponentChildren } from 'preact'
import { instantInWords, type Zone } from '#kit/date.ts'

export type Happening = {
  id: string
  at: Date
  /** "Kepala Pusat mengembalikan versi 1." */
  sentence: ComponentChildren
  /** What was written with it. */
  note?: string | null
  /** What came with it, say files. */
  more?: ComponentChildren
}

/** What happened to a thing, latest first. */
export const Timeline = ({ happenings, zone }: { happenings: Happening[]; zone: Zone }) => (
  <ol class="timeline">
    {happenings.map(({ id, at, sentence, note, more }) => (
      <li key={id}>
        <time dateTime={at.toISOString()}>{instantInWords(zone, at)}</time>
        <div>
          <p>{sentence}</p>
          {note && <blockquote>{note}</blockquote>}
          {more}
        </div>
      </li>
    ))}
  </ol>
)
