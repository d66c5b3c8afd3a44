import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Entry } from '../entry.ts'
import { entryCrumbs } from './entry-crumbs.ts'

/** The form that notes when an entry went to Sinovik, and under which number. */
export const SentPage = ({ entry, form }: { entry: Entry; form: Form }) => (
  <ReadingPage
    title="Catat pengiriman"
    lead="Usulan dikirim di Sinovik. Rintis mencatat tanggal dan nomornya."
    breadcrumbs={entryCrumbs(entry)}
    form={form}
  >
    <PostForm form={form} action={`/usulan/${entry.code}/kirim`}>
      <DateField form={form} name="sent_on" label="Tanggal dikirim ke Sinovik" />
      <TextField form={form} name="sent_number" label="Nomor usulan di Sinovik" />
      <FormBar>
        <ButtonLink href={`/usulan/${entry.code}`}>Batal</ButtonLink>
        <Button kind="primary">Catat pengiriman</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
