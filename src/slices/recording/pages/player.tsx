import type { RecordingKind } from '../recording.ts'

type Props = { kind: RecordingKind; title: string; src: string; poster?: string | undefined }

/** The recording itself, by what a browser can do with it: it plays and seeks without any script of ours. */
export function Player({ kind, title, src, poster }: Props) {
  if (kind === 'film') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: captions are written by people, and not every film has them
      <video class="player" controls preload="metadata" src={src} poster={poster} aria-label={title} />
    )
  }
  // biome-ignore lint/a11y/useMediaCaption: as above
  if (kind === 'sound') return <audio class="player" controls preload="metadata" src={src} aria-label={title} />
  if (kind === 'picture') return <img class="player" src={src} alt={title} />
  return (
    <p>
      <a href={src}>Buka dokumen</a>
    </p>
  )
}
