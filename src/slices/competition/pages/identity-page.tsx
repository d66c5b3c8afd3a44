import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Edition } from '../edition.ts'
import { extraField } from '../forms.ts'
import { identityPage, startPart } from '../readiness.ts'
import { type Film, videoInWords } from '../video.ts'
import type { EntryView } from '../view.ts'
import { mostProof } from './answer-page.tsx'
import { entryCrumbs } from './entry-crumbs.ts'
import { RemovableFiles } from './removable-files.tsx'

type Props = { view: EntryView /** Films of the project to choose from. */; films: Film[]; form: Form }

/** The form of what an entry says outside its fields. */
export function IdentityPage({ view: { entry, edition, files }, films, form }: Props) {
  const home = `/usulan/${entry.code}`
  const statements = edition.checks.filter(({ kind }) => kind === 'statement')
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
      <PostForm form={form} action={`${home}/${identityPage}`} files guarded>
        <HiddenFields form={form} names={['revision']} />
        <FormPart title="Inovasi">
          <TextField form={form} name="title" label="Judul inovasi" width="full" optional />
          {edition.categories.length > 0 && (
            <SelectField
              form={form}
              name="category"
              label="Kategori"
              options={choices(edition.categories)}
              width="full"
              optional
            />
          )}
          <TextField
            form={form}
            name="video_url"
            label="Tautan video"
            hint={`Video yang dapat dibuka siapa saja. ${videoInWords(edition)}`}
            width="full"
            optional
          />
          {films.length > 0 && (
            <SelectField
              form={form}
              name="recording_id"
              label="Film yang sama di dokumentasi"
              hint="Panjang, tinggi gambar, dan bahasanya diperiksa dari sini."
              options={films.map(({ id, title }) => ({ value: id, label: title || 'Film tanpa judul' }))}
              width="full"
              optional
            />
          )}
        </FormPart>
        <FormPart title="Umur inovasi" note={ageRule(edition)}>
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
              hint={`Menurut pengumuman resmi.${edition.minimumYears === 0 ? '' : ' Selama kosong, umur inovasi belum diketahui.'}`}
              optional
            />
          )}
        </FormPart>
        {edition.identity.length > 0 && (
          <FormPart title="Pertanyaan lain">
            {edition.identity.map((asked) => (
              <AskedField key={asked.key} asked={asked} edition={edition} form={form} />
            ))}
          </FormPart>
        )}
        {edition.goals.length > 0 && (
          <FormPart title="Tujuan pembangunan berkelanjutan">
            <CheckboxFields
              form={form}
              name="goals"
              label="Tujuan yang didukung"
              choices={edition.goals.map(({ key, label }) => ({ value: key, label: `${key}. ${label}` }))}
              optional
            />
          </FormPart>
        )}
        {statements.length > 0 && (
          <FormPart title="Pernyataan">
            <CheckboxFields form={form} name="checked" label="Yang dinyatakan" choices={choices(statements)} optional />
          </FormPart>
        )}
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
      <RemovableFiles label="Bukti tanggal mulai yang ada" files={proofs} path={home} />
    </ReadingPage>
  )
}

type AskedProps = { asked: Edition['identity'][number]; edition: Edition; form: Form }

/** One question of the identity block; one that hangs on another says on which answer. */
function AskedField({ asked: { key, label, hint, kind, onlyIf }, edition, form }: AskedProps) {
  const earlier = onlyIf && edition.identity.find((one) => one.key === onlyIf.key)
  const when = earlier && onlyIf ? `Diisi bila “${earlier.label}” dijawab ${onlyIf.is}.` : ''
  const shared = { form, name: extraField(key), label, hint: [hint, when].filter(Boolean).join(' ') || undefined }
  return kind === 'yes-no' ? (
    <RadioFields {...shared} choices={yesOrNo} optional />
  ) : (
    <TextField {...shared} width="full" optional />
  )
}

const yesOrNo = [
  { value: 'ya', label: 'Ya' },
  { value: 'tidak', label: 'Tidak' },
]

function ageRule({ minimumYears: years, ageNote }: Edition): string {
  if (years === null) return 'Umur paling sedikit pada edisi ini belum diketahui.'
  if (years === 0) return ageNote || 'Tidak ada batas umur.'
  return `Paling sedikit ${years} tahun pada hari penutupan pendaftaran.`
}
