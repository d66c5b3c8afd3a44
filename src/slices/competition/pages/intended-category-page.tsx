import type { Form } from '#kit/form.ts'
import { type Project, titleOf } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Edition } from '../edition.ts'
import type { Aim } from '../intended-category.ts'
import { certaintyWords } from '../provenance.ts'

type Props = { project: Project; edition: Edition; from: Aim | null; form: Form }

/** At which category of an edition a project aims, with why; it may stay open. */
export function IntendedCategoryPage({ project, edition, from, form }: Props) {
  const path = `/proyek/${project.code}/kipp`
  const { certainty } = edition.provenance.categories
  return (
    <ReadingPage
      title="Kategori yang dituju"
      lead={`${edition.label}. Kategori ini tampil saat proyek terbaik dipilih dan menjadi isian awal usulannya; sesudah usulan dibuat, ubah pada identitas usulan.`}
      breadcrumbs={[
        { path: '/proyek', label: 'Proyek' },
        { path, label: titleOf(project) },
      ]}
      form={form}
    >
      {from && <p>Diusulkan dari pilihan pada {from.from}. Simpan untuk memakainya di edisi ini.</p>}
      <PostForm form={form} action={`${path}/kategori/${edition.key}`}>
        <HiddenFields form={form} names={['revision']} />
        <SelectField
          form={form}
          name="category"
          label="Kategori"
          hint={`Daftar kategori edisi ini: ${certaintyWords[certainty].toLowerCase()}.`}
          options={edition.categories.map(({ key, label }) => ({ value: key, label }))}
          empty="Belum memilih kategori"
          width="full"
          optional
        />
        <TextArea
          form={form}
          name="reason"
          label="Alasan"
          hint="Singkat saja: mengapa proyek ini paling cocok di kategori itu."
          rows={3}
          optional
        />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
