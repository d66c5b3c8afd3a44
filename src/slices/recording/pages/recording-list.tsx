import { dayInWords } from '#kit/date.ts'
import { Icon } from '#web/icon.tsx'
import { State } from '#web/state.tsx'
import { durationInWords } from '../recording.ts'
import type { RecordingRow } from '../store.ts'
import { kindInWords } from './words.ts'

/** A recording in a list; `poster` is the address of its picture where there is one. */
export type Shown = RecordingRow & { poster: string | null; pictures: number; hasFailed: boolean }

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
          {row.hasFailed && <Failed />}
          {withProject && <p>Proyek: {row.projectTitle || 'tanpa judul'}</p>}
        </div>
      </li>
    ))}
  </ul>
)

/** The original is kept, but what is made of it is not there: of a film nothing may be before the public. */
const Failed = () => (
  <p>
    <State is="late">Pengolahan gagal; buka untuk sebabnya</State>
  </p>
)

const factsOf = ({ kind, pictures, duration, recordedOn, removedAt, destroyedAt }: Shown): string =>
  [
    kindInWords(kind, pictures),
    duration && durationInWords(duration),
    recordedOn && dayInWords(recordedOn),
    removedAt && (destroyedAt ? 'dimusnahkan' : 'dihapus dari daftar'),
  ]
    .filter(Boolean)
    .join(' · ')
