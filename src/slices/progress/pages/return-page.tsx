import type { Form } from '#kit/form.ts'
import type { Crumb } from '#web/breadcrumbs.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { DateField, HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'

/** `title` is also what its button says. */
type Props = { title: string; lead: string; breadcrumbs: Crumb[]; action: string; back: string; form: Form }

/** Sending a report or a piece of evidence back to its agent, with the reason. */
export const ReturnPage = ({ title, lead, breadcrumbs, action, back, form }: Props) => (
  <ReadingPage {...{ title, lead, breadcrumbs, form }}>
    <PostForm form={form} action={action}>
      <TextArea
        form={form}
        name="remark"
        label="Yang perlu diperbaiki"
        hint="Agen membaca catatan ini, lalu mengirim laporan atau eviden yang baru."
      />
      <HiddenFields form={form} names={['follow_up_id']} />
      <CheckboxField
        form={form}
        name="as_follow_up"
        label="Jadikan tindak lanjut"
        hint="Catatan ini masuk ke daftar tindak lanjut agen dengan batas waktu di bawah."
        optional
      />
      <DateField form={form} name="due_on" label="Batas waktu tindak lanjut" optional />
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">{title}</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
