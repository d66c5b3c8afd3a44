import { AttachedFiles, type StoredFile } from '#files'
import { instantInWords } from '#kit/date.ts'
import { safeHref } from '#kit/text.ts'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { MoreWords } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { piecesOf } from '../post-text.ts'
import type { PostRow } from '../topic-store.ts'
import { hiddenWords } from './words.ts'

type Props = {
  post: PostRow
  names: readonly string[]
  files: StoredFile[]
  isNew: boolean
  mayEdit: boolean
  mayModerate: boolean
}

/** One post: who, when, what; or why it is hidden. */
export function PostArticle({ post, names, files, isNew, mayEdit, mayModerate }: Props) {
  const { zone } = useShell()
  const path = `/forum/kiriman/${post.id}`
  return (
    <article class="post" id={`kiriman-${post.id}`}>
      <header class="post-head">
        <h2>{post.authorName}</h2>
        <time dateTime={post.postedAt.toISOString()}>{instantInWords(zone, post.postedAt)}</time>
        {post.editedAt && (post.hiddenAt === null || mayModerate) && <a href={`${path}/riwayat`}>disunting</a>}
        {isNew && <State is="soon">Baru</State>}
      </header>
      {post.hiddenAt === null ? (
        <>
          <PostText text={post.text} names={names} />
          <AttachedFiles files={files} label={`Lampiran kiriman ${post.authorName}`} />
        </>
      ) : (
        <>
          <p class="post-hidden">
            Disembunyikan oleh {hiddenWords[post.hiddenAs]}: {post.hiddenReason}
          </p>
          {mayModerate && (
            <MoreWords label="Baca kiriman yang disembunyikan">
              <PostText text={post.text} names={names} />
              <AttachedFiles files={files} label={`Lampiran kiriman ${post.authorName}`} />
            </MoreWords>
          )}
        </>
      )}
      {(mayEdit || mayModerate) && (
        <div class="actions">
          {mayEdit && (
            <ButtonLink kind="quiet" href={`${path}/ubah`}>
              Sunting
            </ButtonLink>
          )}
          {mayModerate && post.hiddenAt === null && (
            <ButtonLink kind="quiet" href={`${path}/sembunyikan`}>
              Sembunyikan
            </ButtonLink>
          )}
          {mayModerate && post.hiddenAt !== null && (
            <ActButton kind="quiet" action={`${path}/tampilkan`}>
              Tampilkan lagi
            </ActButton>
          )}
        </div>
      )}
    </article>
  )
}

/** Plain text with its line breaks; addresses of the web are links, members are marked. */
export const PostText = ({ text, names }: { text: string; names: readonly string[] }) => (
  <p class="post-text">
    {piecesOf(text, names).map(({ kind, text: piece }) => {
      if (kind === 'text') return piece
      if (kind === 'mention') return <span class="mention">{piece}</span>
      return (
        <a href={safeHref(piece)} rel="nofollow noopener noreferrer">
          {piece}
        </a>
      )
    })}
  </p>
)
