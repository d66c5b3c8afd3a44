import { addressOf, type StoredFile } from '#files'
import { Island } from '#web/island.tsx'
import { madeNames } from '../picture-set.ts'
import type { Recording, RecordingKind } from '../recording.ts'
import { trackWords } from './words.ts'

type Props = {
  kind: RecordingKind
  title: string
  src: string
  poster?: string | undefined
  /** What else there is of a film, under `/media/<code>/`. */
  media?: FilmMedia
  /** The second at which it begins. */
  at?: number | undefined
}

type FilmMedia = {
  code: string
  /** Captions by language, and `chapters`. */
  tracks: string[]
  hasStoryboard: boolean
  /** The folder of the ladder's lowest version; null where there is no ladder. */
  lowest: string | null
}

/** What is played or shown of the only original: of a film or a picture the light version, where it was made. */
export function sourceOf({ code, kind }: Pick<Recording, 'code' | 'kind'>, master: StoredFile, made: string[]): string {
  if (kind === 'film') return `/media/${code}/film.mp4`
  const { large } = madeNames(master.id)
  return made.includes(large) ? `/media/${code}/${large}` : addressOf(master)
}

/** What there is of a film, by the names of what was made of it. */
export function filmMedia(code: string, tracks: string[], derived: string[]): FilmMedia {
  const versions = derived.flatMap((name) => /^v(\d+)\/index[.]m3u8$/.exec(name)?.[1] ?? []).map(Number)
  const lowest = versions.length > 0 && derived.includes('master.m3u8') ? `v${Math.min(...versions)}` : null
  return { code, tracks, hasStoryboard: derived.includes('storyboard.vtt'), lowest }
}

/**
 * The recording itself, by what a browser can do with it: it plays and seeks without any script of ours. With one a film
 * gets keys, speed, versions for a weak line, and goes on where one stopped.
 */
export function Player({ kind, title, src, poster, media, at }: Props) {
  const from = at ? `${src}#t=${at}` : src
  if (kind === 'film') {
    const film = (
      // biome-ignore lint/a11y/useMediaCaption: captions are written by people, and not every film has them
      <video class="player" controls preload="metadata" src={from} poster={poster} aria-label={title}>
        {media?.tracks.map((track) => (
          <Track key={track} code={media.code} track={track} />
        ))}
      </video>
    )
    if (!media) return film
    const { code, hasStoryboard, lowest } = media
    return (
      <Island name="player" props={{ code, hasStoryboard, lowest, at: at ?? null }}>
        {film}
      </Island>
    )
  }
  // biome-ignore lint/a11y/useMediaCaption: as above
  if (kind === 'sound') return <audio class="player" controls preload="metadata" src={from} aria-label={title} />
  if (kind === 'picture') return <img class="player" src={src} alt={title} loading="lazy" />
  return (
    <p>
      <a href={src}>Buka dokumen</a>
    </p>
  )
}

const Track = ({ code, track }: { code: string; track: string }) => (
  <track
    kind={track === 'chapters' ? 'chapters' : 'captions'}
    src={`/media/${code}/${track}.vtt`}
    srcLang={track === 'chapters' ? 'id' : track}
    label={trackWords[track] ?? track}
    default={track === 'id'}
  />
)
