import type { Form } from '#kit/form.ts'
import { titleOf } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { PresentationRow } from '../presentation-store.ts'
import type { Sitting } from '../sitting.ts'

const crumbsOf = (sitting: Sitting) => [
  { path: '/paparan', label: 'Sidang paparan' },
  { path: `/paparan/${sitting.id}`, label: sitting.title },
]

/** Who was present. */
export const AttendancePage = ({ form, sitting, persons }: { form: Form; sitting: Sitting; persons: Option[] }) => (
  <ReadingPage title="Kehadiran" breadcrumbs={crumbsOf(sitting)} form={form}>
    <PostForm form={form} action={`/paparan/${sitting.id}/hadir`}>
      <HiddenFields form={form} names={['revision']} />
      <CheckboxFields form={form} name="person_ids" label="Pegawai yang hadir" choices={persons} optional />
      <TextArea
        form={form}
        name="guests"
        label="Tamu"
        hint="Yang hadir dari luar instansi, beserta asalnya."
        rows={3}
        optional
      />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan kehadiran</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

type FeedbackProps = { form: Form; sitting: Sitting; slot: PresentationRow; persons: Option[] }

/** What somebody said about a project. */
export const FeedbackPage = ({ form, sitting, slot, persons }: FeedbackProps) => (
  <ReadingPage title="Catat masukan" lead={titleOf(slot)} breadcrumbs={crumbsOf(sitting)} form={form}>
    <PostForm form={form} action={`/paparan/${sitting.id}/masukan/${slot.id}`} guarded>
      <HiddenFields form={form} names={['id']} />
      <SelectField form={form} name="person_id" label="Disampaikan oleh" options={persons} optional />
      <TextField form={form} name="guest" label="Atau nama tamu" optional />
      <TextArea form={form} name="words" label="Masukan" rows={5} />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}#paparan-${slot.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan masukan</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
