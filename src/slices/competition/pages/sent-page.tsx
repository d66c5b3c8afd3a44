import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { receiverOf } from '../called.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = { view: Pick<EntryView, 'entry' | 'edition'>; form: Form }

/** The form that notes when an entry went out, and under which number. */
export const SentPage = ({ view: { entry, edition }, form }: Props) => (
  <ReadingPage
    title="Catat pengiriman"
    lead={`Usulan dikirim ke ${receiverOf(edition)}. Rintis mencatat tanggal dan nomornya.`}
    breadcrumbs={entryCrumbs(entry)}
    form={form}
  >
    <PostForm form={form} action={`/usulan/${entry.code}/kirim`}>
      <DateField form={form} name="sent_on" label={`Tanggal dikirim ke ${receiverOf(edition)}`} />
      <TextField
        form={form}
        name="sent_number"
        label={`Nomor usulan ${edition.site || edition.form === 'kipp' ? 'di' : 'dari'} ${receiverOf(edition)}`}
        optional={edition.form !== 'kipp'}
      />
      <FormBar>
        <ButtonLink href={`/usulan/${entry.code}`}>Batal</ButtonLink>
        <Button kind="primary">Catat pengiriman</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
