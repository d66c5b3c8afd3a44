import type { Played } from '../played-view.ts'
import { PictureGrid, picturesKept } from './pictures.tsx'
import { filmMedia, Player, sourceOf } from './player.tsx'

/** A recording that plays where it is spoken of, or all pictures of a set; its own page is one link away. */
export const PlayedRecording = ({ played }: { played: Played }) => {
  const { row, master, pictures, derived, tracks } = played
  const path = `/dokumentasi/${row.code}`
  return (
    <figure class="film">
      {pictures.length > 1 ? (
        <PictureGrid
          pictures={picturesKept(row.code, pictures, derived)}
          pathOf={(id) => `${path}/gambar/${id}`}
          isLazy
        />
      ) : master ? (
        <Player
          kind={row.kind}
          title={pictures[0]?.caption || row.title}
          src={sourceOf(row, master, derived)}
          poster={derived.includes('poster.webp') ? `/media/${row.code}/poster.webp` : undefined}
          media={filmMedia(row.code, tracks, derived)}
        />
      ) : (
        <p>Berkasnya tidak ada lagi.</p>
      )}
      <figcaption>
        <a href={path}>{row.title}</a>
        {row.description && <p class="kept-lines">{row.description}</p>}
      </figcaption>
    </figure>
  )
}
