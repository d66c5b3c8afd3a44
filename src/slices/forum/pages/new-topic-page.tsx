import type { Family } from '#files'
import type { Form } from '#kit/form.ts'
import type { Programme } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Forum, Member } from '../forum.ts'
import { PostFilesField, PostTextField } from './post-fields.tsx'

type Props = {
  forum: Forum
  programme: Programme
  form: Form
  members: Member[]
  families: readonly Family[]
  most: number
}

/** The form of a new topic. */
export const NewTopicPage = ({ forum, programme, form, members, families, most }: Props) => (
  <ReadingPage
    title="Topik baru"
    breadcrumbs={[{ path: `/forum?program=${programme.slug}`, label: 'Forum' }]}
    form={form}
  >
    <PostForm form={form} action={`/forum/${forum.id}/topik`} files guarded>
      <HiddenFields form={form} names={['id', 'post_id']} />
      <TextField form={form} name="title" label="Judul topik" width="full" maxLength={200} />
      <PostTextField form={form} label="Kiriman pertama" members={members} rows={8} />
      <PostFilesField {...{ form, families, most }} />
      <FormBar>
        <ButtonLink href={`/forum?program=${programme.slug}`}>Batal</ButtonLink>
        <Button kind="primary">Buka topik</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
