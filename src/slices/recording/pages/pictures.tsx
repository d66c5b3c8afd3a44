import { addressOf, isCopyable } from '#files'
import { Icon } from '#web/icon.tsx'
import { Island } from '#web/island.tsx'
import { madeNames } from '../picture-set.ts'
import type { Picture } from '../picture-store.ts'

/** A picture as a page shows it: where it lies small and large, in words what it shows. */
export type ShownPicture = Pick<Picture, 'fileId' | 'caption'> & { small: string; large: string }

const underMedia = (code: string, name: string) => `/media/${code}/${name}`

/**
 * The pictures of a recording as its own people see them: the light versions where they were made, else the originals.
 */
export const picturesKept = (code: string, pictures: readonly Picture[], made: readonly string[]): ShownPicture[] =>
  pictures.map(({ fileId, caption, name }) => {
    const { small, large } = madeNames(fileId)
    const original = addressOf({ id: fileId, name })
    const pathOf = (one: string) => (made.includes(one) ? underMedia(code, one) : original)
    return { fileId, caption, small: pathOf(small), large: pathOf(large) }
  })

/**
 * As everybody sees them: what was made of them, or a copy of the original without where it was taken; a picture of
 * which there is neither is not shown.
 */
export const picturesForAll = (code: string, pictures: readonly Picture[], made: readonly string[]): ShownPicture[] =>
  pictures.flatMap(({ fileId, caption, mediaType, size }) => {
    const { small, large } = madeNames(fileId)
    if (made.includes(small) && made.includes(large))
      return [{ fileId, caption, small: underMedia(code, small), large: underMedia(code, large) }]
    const copy = underMedia(code, `gambar/${fileId}`)
    return isCopyable({ mediaType, size }) ? [{ fileId, caption, small: copy, large: copy }] : []
  })

type SetProps = { pictures: readonly ShownPicture[]; pathOf: (fileId: string) => string }
type GridProps = SetProps & {
  /** Beside something else, where it may never be looked at. */
  isLazy?: boolean
}

/** A set of pictures side by side; each leads to where it is large. */
export const PictureGrid = ({ pictures, pathOf, isLazy = false }: GridProps) => (
  <ul class="pictures">
    {pictures.map(({ fileId, caption, small }, at) => (
      <li key={fileId}>
        <a href={pathOf(fileId)}>
          <img
            src={small}
            alt={caption === '' ? placeOf(at, pictures) : ''}
            loading={isLazy || at > 11 ? 'lazy' : undefined}
          />
          {caption !== '' && <span>{caption}</span>}
        </a>
      </li>
    ))}
  </ul>
)

/** "Gambar 3 dari 12" */
const placeOf = (at: number, { length }: readonly unknown[]) => `Gambar ${at + 1} dari ${length}`

type ViewProps = SetProps & { at: number; homePath: string }

/** One picture, large, with the ways to the one before, the next, and all of them; a script follows the arrow keys. */
export function PictureView({ pictures, pathOf, at, homePath }: ViewProps) {
  const picture = pictures[at]
  if (!picture) return null
  const [before, next] = [pictures[at - 1], pictures[at + 1]]
  const place = placeOf(at, pictures)
  return (
    <Island name="pictures">
      <figure class="picture-view">
        <img src={picture.large} alt={picture.caption || place} />
        {picture.caption !== '' && <figcaption>{picture.caption}</figcaption>}
      </figure>
      <nav class="picture-ways" aria-label="Gambar lain">
        {before ? (
          <a class="button" rel="prev" href={pathOf(before.fileId)}>
            <Icon name="chevron-left" />
            Sebelumnya
          </a>
        ) : (
          <span />
        )}
        <a href={homePath}>{place}</a>
        {next && (
          <a class="button" rel="next" href={pathOf(next.fileId)}>
            Berikutnya
            <Icon name="chevron-right" />
          </a>
        )}
      </nav>
    </Island>
  )
}
