import { dayInWords } from '#kit/date.ts'
import { durationInWords, recordingKindInWords } from '#recording'
import { Icon } from '#web/icon.tsx'
import { Section } from '#web/section.tsx'
import { mediaPath, pathOfRecording } from '../share.ts'
import type { ShownRecording } from '../shown-recording-store.ts'

/** Public recordings, each with a picture where there is one, and the way to its own page. */
export const ShownRecordings = ({ title, recordings }: { title: string; recordings: ShownRecording[] }) =>
  recordings.length === 0 ? null : (
    <Section title={title}>
      <ul class="recordings">
        {recordings.map((recording) => (
          <li key={recording.code}>
            <span class="recording-picture">
              <Picture recording={recording} />
            </span>
            <div>
              <h3>
                <a href={pathOfRecording(recording.code)}>{recording.title}</a>
              </h3>
              <p class="quiet-words">{factsOf(recording)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )

function Picture({ recording }: { recording: ShownRecording }) {
  const { kind, code, hasPoster } = recording
  if (hasPoster) return <img src={`/media/${code}/poster.webp`} alt="" loading="lazy" />
  if (kind === 'picture') return <img src={mediaPath(recording)} alt="" loading="lazy" />
  return <Icon name={kind === 'film' ? 'film' : 'file-text'} />
}

const factsOf = ({ kind, pictures, duration, recordedOn }: ShownRecording): string =>
  [recordingKindInWords(kind, pictures), duration && durationInWords(duration), recordedOn && dayInWords(recordedOn)]
    .filter(Boolean)
    .join(' · ')
