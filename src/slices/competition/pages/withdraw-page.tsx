import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Entry } from '../entry.ts'
import { entryCrumbs } from './entry-crumbs.ts'

/** An entry goes no further, and whoever says so says why. */
export const WithdrawPage = ({ entry, form }: { entry: Entry; form: Form }) => (
  <ReadingPage
    title="Tarik usulan"
    lead="Usulan ini tidak diajukan dan tidak lagi dihitung dalam batas usulan instansi. Isi, berkas, dan riwayatnya tetap ada, dan usulan dapat dibuka lagi."
    breadcrumbs={entryCrumbs(entry)}
    form={form}
  >
    <PostForm form={form} action={`/usulan/${entry.code}/tarik`}>
      <TextArea form={form} name="reason" label="Alasan" hint="Agen proyek ini membacanya." rows={3} />
      <FormBar>
        <ButtonLink href={`/usulan/${entry.code}`}>Batal</ButtonLink>
        <Button kind="danger">Tarik usulan</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
