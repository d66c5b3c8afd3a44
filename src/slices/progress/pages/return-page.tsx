import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
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
        <FormBar>
          <ButtonLink href={view.path}>Batal</ButtonLink>
          <Button kind="primary">{isReport ? 'Kembalikan laporan' : 'Kembalikan eviden'}</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
