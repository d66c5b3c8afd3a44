import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Member, Post, Topic } from '../forum.ts'
import { PostText } from './post-article.tsx'
import { PostTextField } from './post-fields.tsx'

type Said = { topic: Topic; post: Post }

const pathOf = ({ topic, post }: Said) => `/forum/topik/${topic.id}#kiriman-${post.id}`
const crumbs = ({ topic }: Said) => [
  { path: '/forum', label: 'Forum' },
  { path: `/forum/topik/${topic.id}`, label: topic.title },
]

/** Editing one's own post. */
export const EditPostPage = ({ members, form, ...said }: Said & { members: Member[]; form: Form }) => (
  <ReadingPage
    title="Sunting kiriman"
    lead="Teks sebelumnya tetap dapat dibaca anggota forum."
    breadcrumbs={crumbs(said)}
    form={form}
  >
    <PostForm form={form} action={`/forum/kiriman/${said.post.id}/ubah`} guarded>
      <HiddenFields form={form} names={['revision']} />
      <PostTextField form={form} label="Kiriman" members={members} rows={8} />
      <FormBar>
        <ButtonLink href={pathOf(said)}>Batal</ButtonLink>
        <Button kind="primary">Simpan kiriman</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

/** Hiding a post, with the reason that then stands in its place. */
export const HidePostPage = ({ form, ...said }: Said & { form: Form }) => (
  <ReadingPage
    title="Sembunyikan kiriman"
    lead="Kiriman tidak dihapus: anggota membaca alasan Anda sebagai gantinya, dan kiriman dapat ditampilkan lagi."
    breadcrumbs={crumbs(said)}
    form={form}
  >
    <PostForm form={form} action={`/forum/kiriman/${said.post.id}/sembunyikan`}>
      <TextArea form={form} name="reason" label="Alasan" rows={3} hint="Dibaca semua anggota forum." />
      <FormBar>
        <ButtonLink href={pathOf(said)}>Batal</ButtonLink>
        <Button kind="danger">Sembunyikan kiriman</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

/** What a post said before it was edited, and what it says now. */
export function FormerTextsPage({ former, ...said }: Said & { former: { text: string; writtenAt: Date }[] }) {
  const { zone } = useShell()
  const { text, editedAt, postedAt } = said.post
  const all = [...former, { text, writtenAt: editedAt ?? postedAt }]
  return (
    <ReadingPage title="Riwayat kiriman" lead="Teks terbaru di atas." breadcrumbs={crumbs(said)}>
      {all.toReversed().map((version, at) => (
        <Section
          key={version.writtenAt.getTime()}
          title={at === 0 ? 'Teks sekarang' : `Teks ke-${all.length - at}`}
          note={instantInWords(zone, version.writtenAt)}
        >
          <PostText text={version.text} names={[]} />
        </Section>
      ))}
    </ReadingPage>
  )
}
