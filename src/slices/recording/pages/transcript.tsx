import { MoreWords, Section } from '#web/section.tsx'
import type { Cue } from '../caption.ts'
import { durationInWords } from '../recording.ts'

type Props = { code: string; cues: Cue[]; chapters: Cue[] }

/** What is said, line by line, and the chapters: each leads to its second, with a script without leaving the page. */
export const Transcript = ({ code, cues, chapters }: Props) => (
  <>
    {chapters.length > 0 && (
      <Section title="Bab">
        <Lines code={code} cues={chapters} />
      </Section>
    )}
    {cues.length > 0 && (
      <Section title="Transkrip">
        {cues.length > most ? (
          <MoreWords label={`Baca transkrip (${cues.length} baris)`}>
            <Lines code={code} cues={cues} />
          </MoreWords>
        ) : (
          <Lines code={code} cues={cues} />
        )}
      </Section>
    )}
  </>
)

/** Lines that stand open. */
const most = 40

const Lines = ({ code, cues }: { code: string; cues: Cue[] }) => (
  <ol class="transcript">
    {cues.map(({ start, text }) => {
      const second = Math.floor(start / 1000)
      return (
        <li key={start}>
          <a href={`/dokumentasi/${code}?t=${second}`} data-second={second}>
            {durationInWords(second)}
          </a>
          <span class="kept-lines">{text}</span>
        </li>
      )
    })}
  </ol>
)
