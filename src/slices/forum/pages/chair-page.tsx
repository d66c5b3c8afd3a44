import type { Form } from '#kit/form.ts'
import type { Programme } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, type Option, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'

type Props = { programme: Programme; form: Form; people: Option[]; action: string; isNew: boolean }

/** Who chairs a forum, from which day: with it a forum is opened, or its chair replaced. */
export function ChairPage({ programme, form, people, action, isNew }: Props) {
  const back = `/forum?program=${programme.slug}`
  return (
    <ReadingPage
      title={isNew ? 'Buka forum' : 'Ganti ketua forum'}
      lead={
        isNew
          ? `Forum Agen Perubahan untuk ${programme.name}. Semua agennya menjadi anggota.`
          : 'Ketua yang sekarang bertugas sampai sehari sebelum tanggal ini.'
      }
      breadcrumbs={[{ path: back, label: 'Forum' }]}
      form={form}
    >
      <PostForm form={form} action={action}>
        {isNew && <HiddenFields form={form} names={['id', 'programme_id']} />}
        <SelectField form={form} name="person_id" label="Ketua forum" options={people} />
        <DateField form={form} name="from_on" label="Mulai bertugas" />
        <FormBar>
          <ButtonLink href={back}>Batal</ButtonLink>
          <Button kind="primary">{isNew ? 'Buka forum' : 'Tetapkan ketua'}</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
