import { AttachedFiles, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { DateField, HiddenFields, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { identityPage, startPart } from '../readiness.ts'
import type { EntryView } from '../view.ts'
import { mostProof } from './answer-page.tsx'
import { entryCrumbs } from './entry-crumbs.ts'
import { RemovableFiles } from './removable-files.tsx'

/** The form of what an entry says outside its fields. */
export function IdentityPage({ view: { entry, edition, files }, form }: { view: EntryView; form: Form }) {
  const home = `/usulan/${entry.code}`
  const proofs = files.filter(({ part }) => part === startPart)
  const choices = (rows: { key: string; label: string; hint?: string }[]) =>
    rows.map(({ key, label, hint }) => ({ value: key, label, ...(hint && { hint }) }))
  return (
    <ReadingPage
      title="Identitas usulan"
      lead="Isian boleh disimpan sebelum lengkap."
      breadcrumbs={entryCrumbs(entry)}
      form={form}
    >
      <PostForm form={form} action={`${home}/${identityPage}`} guarded>
        <HiddenFields form={form} names={['revision']} />
        <FormPart title="Inovasi">
          <TextField form={form} name="title" label="Judul inovasi" width="full" optional />
          <SelectField
            form={form}
            name="category"
            label="Kategori"
            options={choices(edition.categories)}
            width="full"
            optional
          />
          <TextField
            form={form}
            name="video_url"
            label="Tautan video"
            hint="Video yang dapat dibuka siapa saja, misalnya di YouTube."
            width="full"
            optional
          />
        </FormPart>
        <FormPart title="Umur inovasi" note={ageRule(edition.minimumYears)}>
          <DateField form={form} name="started_on" label="Mulai diterapkan" optional />
          <TextField
            form={form}
            name="start_proof"
            label="Bukti tanggal mulai"
            hint="Nama, nomor, dan tanggal dokumennya."
            width="full"
            optional
          />
          <UploadField
            form={form}
            name="proof"
            label="Berkas bukti tanggal mulai"
            wanted={['pdf', 'picture']}
            most={mostProof}
            optional
          />
          {edition.closingOn === null && (
            <DateField
              form={form}
              name="closing_on"
              label="Penutupan pendaftaran"
              hint="Menurut pengumuman resmi. Selama kosong, umur inovasi belum diketahui."
              optional
            />
          )}
        </FormPart>
        <FormPart title="Tujuan pembangunan berkelanjutan">
          <CheckboxFields
            form={form}
            name="goals"
            label="Tujuan yang didukung"
            choices={edition.goals.map(({ key, label }) => ({ value: key, label: `${key}. ${label}` }))}
            optional
          />
        </FormPart>
        <FormPart title="Surat dan pernyataan">
          <CheckboxFields
            form={form}
            name="checked"
            label="Yang sudah ada"
            choices={choices(edition.checks)}
            optional
          />
        </FormPart>
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
      <AttachedFiles files={proofs} label="Berkas bukti yang ada" />
      <RemovableFiles files={proofs} path={home} />
    </ReadingPage>
  )
}

const ageRule = (years: number | null) =>
  years === null
    ? 'Umur paling sedikit pada edisi ini belum diketahui.'
    : `Paling sedikit ${years} tahun pada hari penutupan pendaftaran.`
