import { addressOf } from '#files'
import type { Played } from '../played-view.ts'
import { filmMedia, Player } from './player.tsx'

/** A recording that plays where it is spoken of; its own page is one link away. */
export const PlayedRecording = ({ played: { row, master, derived, tracks } }: { played: Played }) => (
  <figure class="film">
    {master ? (
      <Player
        kind={row.kind}
        title={row.title}
        src={row.kind === 'film' ? `/media/${row.code}/film.mp4` : addressOf(master)}
        poster={derived.includes('poster.webp') ? `/media/${row.code}/poster.webp` : undefined}
        media={filmMedia(row.code, tracks, derived)}
      />
    ) : (
      <p>Berkasnya tidak ada lagi.</p>
    )}
    <figcaption>
      <a href={`/dokumentasi/${row.code}`}>{row.title}</a>
      {row.description && <p class="kept-lines">{row.description}</p>}
    </figcaption>
  </figure>
)
