import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { DateField, HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Item, LineView } from '../view.ts'

type Props = { view: LineView; item: Item; form: Form }

/** Sending a report or a piece of evidence back to its agent, with the reason. */
export function ReturnPage({ view, item, form }: Props) {
  const isReport = item.kind === 'report'
  return (
    <ReadingPage
      title={isReport ? 'Kembalikan laporan' : 'Kembalikan eviden'}
      lead={isReport ? `${view.number} ${view.activity.title}` : item.evidence.name}
      breadcrumbs={[
        { path: `/proyek/${view.code}/laporan`, label: 'Kemajuan' },
        { path: view.path, label: `Kegiatan ${view.number}` },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${view.path}/${item.id}/kembalikan`}>
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
          <ButtonLink href={view.path}>Batal</ButtonLink>
          <Button kind="primary">{isReport ? 'Kembalikan laporan' : 'Kembalikan eviden'}</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
