import type { Family, StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import type { Page } from '#kit/list.ts'
import type { Programme } from '#programme'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button } from '#web/button.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Pager } from '#web/pager.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import type { Member, Topic } from '../forum.ts'
import { type May, topicPath } from '../forum-view.ts'
import type { PostRow } from '../topic-store.ts'
import { PostArticle } from './post-article.tsx'
import { PostFilesField, PostTextField } from './post-fields.tsx'

type Props = {
  topic: Topic
  programme: Programme
  posts: Page<PostRow>
  files: StoredFile[]
  members: Member[]
  form: Form
  families: readonly Family[]
  actor: Actor
  readAt: Date | null
  may: May
  most: number
}

/** A page of one conversation, and the form with which one answers. */
export function TopicPage({ topic, programme, posts, files, members, form, actor, readAt, may, ...upload }: Props) {
  const { zone } = useShell()
  const path = `/forum/topik/${topic.id}`
  const isNew = (post: PostRow) =>
    post.accountId !== actor.accountId && (readAt === null || post.postedAt.getTime() > readAt.getTime())
  const unread = posts.rows.filter(isNew).length
  // What is refused comes back on the page from which it was sent.
  const here = posts.number === 1 ? '' : `?halaman=${posts.number}`
  const names = members.map(({ name }) => name)
  return (
    <DeskPage
      title={topic.title}
      breadcrumbs={[{ path: `/forum?program=${programme.slug}`, label: 'Forum' }]}
      form={form}
      actions={
        <>
          {unread > 0 && (
            <ActButton
              action={`${path}/baca${here}`}
              hidden={{ until: posts.rows.at(-1)?.postedAt.toISOString() ?? '' }}
            >
              Tandai sudah dibaca
            </ActButton>
          )}
          {may.moderate && !topic.closedAt && (
            <ConfirmAct action={`${path}/tutup`} act="Tutup topik" question="Tutup topik ini?">
              <p>Topik tetap dapat dibaca, tetapi tidak menerima kiriman lagi.</p>
            </ConfirmAct>
          )}
        </>
      }
    >
      {topic.closedAt && <Alert title={`Topik ditutup ${instantInWords(zone, topic.closedAt)}`} />}
      <div class="posts">
        {posts.rows.map((post) => (
          <PostArticle
            key={post.id}
            post={post}
            names={names}
            files={files.filter(({ thingId }) => thingId === post.id)}
            isNew={isNew(post)}
            mayEdit={may.edit(post) && post.hiddenAt === null && topic.closedAt === null}
            mayModerate={may.moderate}
          />
        ))}
      </div>
      {posts.total > posts.size && <Pager page={posts} pathOf={(number) => topicPath(topic.id, number)} />}
      {may.write && !topic.closedAt && (
        <Section title="Jawab" id="jawab">
          <PostForm form={form} action={`${path}/jawab${here}`} files guarded>
            <HiddenFields form={form} names={['id']} />
            <PostTextField form={form} label="Jawaban" members={members} />
            <PostFilesField form={form} {...upload} />
            <Button kind="primary">Kirim jawaban</Button>
          </PostForm>
        </Section>
      )}
    </DeskPage>
  )
}
