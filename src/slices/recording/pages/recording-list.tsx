import { dayInWords } from '#kit/date.ts'
import { Icon } from '#web/icon.tsx'
import { durationInWords } from '../recording.ts'
import type { RecordingRow } from '../store.ts'
import { kindWords } from './words.ts'

/** A recording in a list; `poster` is the address of its picture where one was made. */
export type Shown = RecordingRow & { poster: string | null }

/** Recordings as a list of pictures with their words. */
export const RecordingList = ({ rows, withProject }: { rows: Shown[]; withProject?: boolean }) => (
  <ul class="recordings">
    {rows.map((row) => (
      <li key={row.id}>
        <span class="recording-picture">
          {row.poster ? (
            <img src={row.poster} alt="" loading="lazy" />
          ) : (
            <Icon name={row.kind === 'film' ? 'film' : 'file-text'} />
          )}
        </span>
        <div>
          <h3>
            <a href={`/dokumentasi/${row.code}`}>{row.title}</a>
          </h3>
          <p class="quiet-words">{factsOf(row)}</p>
          {withProject && <p>Proyek: {row.projectTitle || 'tanpa judul'}</p>}
        </div>
      </li>
    ))}
  </ul>
)

const factsOf = ({ kind, duration, recordedOn, removedAt, destroyedAt }: Shown): string =>
  [
    kindWords[kind],
    duration && durationInWords(duration),
    recordedOn && dayInWords(recordedOn),
    removedAt && (destroyedAt ? 'dimusnahkan' : 'dihapus dari daftar'),
  ]
    .filter(Boolean)
    .join(' · ')
