import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { NumberField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Edition } from '../edition.ts'
import { entryCrumbs } from './entry-crumbs.ts'

/** Begins the edition of another year before its own rules are known. */
export function NextEditionPage({ edition, form }: { edition: Edition; form: Form }) {
  const home = `/usulan/edisi/${edition.key}`
  return (
    <ReadingPage
      title="Edisi tahun lain"
      lead={`Aturan ${edition.label} disalin sebagai ingatan yang belum dipastikan, tanpa tanggal. Betulkan setelah pedomannya terbit.`}
      breadcrumbs={[...entryCrumbs(), { path: home, label: edition.label }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/berikutnya`}>
        <NumberField form={form} name="year" label="Tahun edisi" whole />
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Buat edisi</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
