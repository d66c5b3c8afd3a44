import { numberInWords } from '#kit/text.ts'
import { Button } from '#web/button.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import { type Cue, cuesWith } from '../caption.ts'
import { durationInWords } from '../recording.ts'
import type { Asked, Said } from '../said-view.ts'

type Props = {
  /** The address of the page on which it stands. */
  path: string
  said: Said
  asked: Asked
}

/** What is said, line by line, and the chapters: each leads to its second, with a script without leaving the page. */
export const Transcript = ({ path, said, asked }: Props) => (
  <>
    {said.chapters.length > 0 && (
      <Section title="Bab">
        <Lines path={path} cues={said.chapters} at={undefined} />
      </Section>
    )}
    {said.cues.length > 0 && (
      <Section title="Transkrip" id="transkrip">
        <Spoken {...{ path, said, asked }} />
      </Section>
    )}
  </>
)

/** Lines that stand open. */
const most = 40

function Spoken({ path, said: { cues, language }, asked: { at, words } }: Props) {
  const found = cuesWith(cues, words)
  const lines = <Lines path={path} cues={found} at={at} language={language} />
  const isLong = cues.length > most
  return (
    <>
      {(isLong || words !== '') && <InTranscript path={path} words={words} />}
      {words !== '' && (
        <p role="status">
          {found.length === 0 ? 'Tidak ada baris' : `${numberInWords(found.length)} baris`} dengan “{words}”.{' '}
          <a href={`${path}#transkrip`}>Semua baris</a>
        </p>
      )}
      {isLong && words === '' && at === undefined ? (
        <MoreWords label={`Baca transkrip (${numberInWords(cues.length)} baris)`}>{lines}</MoreWords>
      ) : (
        lines
      )}
    </>
  )
}

/** Looks for words in the lines of this recording. */
const InTranscript = ({ path, words }: { path: string; words: string }) => (
  <search>
    <form class="search-form" action={`${path}#transkrip`}>
      <div class="field">
        <label for="kata-transkrip">Cari dalam transkrip</label>
        <input id="kata-transkrip" type="search" name="kata" value={words} class="w-20" autocomplete="off" />
      </div>
      <Button icon="search">Cari</Button>
    </form>
  </search>
)

type LinesProps = { path: string; cues: Cue[]; at: number | undefined; language?: string | null }

const Lines = ({ path, cues, at, language }: LinesProps) => (
  <ol class="transcript" lang={language && language !== 'id' ? language : undefined}>
    {cues.map(({ start, end, text }) => {
      const second = Math.floor(start / 1000)
      const isAsked = at !== undefined && second <= at && at * 1000 < end
      return (
        <li key={start} aria-current={isAsked ? 'true' : undefined}>
          <a href={`${path}?t=${second}`} data-second={second}>
            {durationInWords(second)}
          </a>
          <span class="kept-lines">{text}</span>
        </li>
      )
    })}
  </ol>
)
