import { Fragment } from 'preact'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Edition } from '../edition.ts'
import { certainties, certaintyWords, editionParts, partWords } from '../provenance.ts'
import { entryCrumbs } from './entry-crumbs.ts'

/** Corrects what changes most often in an edition; the rest is corrected in its file. */
export function EditionFormPage({ edition, form }: { edition: Edition; form: Form }) {
  const home = `/usulan/edisi/${edition.key}`
  let at = -1
  return (
    <ReadingPage
      title="Betulkan edisi"
      lead="Disimpan sebagai versi baru. Usulan yang sudah dimulai memegang versinya sampai dipindahkan."
      breadcrumbs={[...entryCrumbs(), { path: home, label: edition.label }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/ubah`} guarded>
        <HiddenFields form={form} names={['drawn_from']} />
        <FormPart title="Edisi">
          <TextField form={form} name="label" label="Nama" width="full" />
          <TextField form={form} name="basis" label="Dasar hukum" width="full" />
          <TextArea form={form} name="remark" label="Catatan" rows={3} />
          <TextArea form={form} name="categories" label="Kategori" hint="Satu kategori per baris." rows={6} optional />
        </FormPart>
        <FormPart title="Tanggal dan batas" note="Kosongkan yang belum diketahui.">
          <FieldRow>
            <DateField form={form} name="opens_on" label="Pendaftaran dibuka" optional />
            <DateField form={form} name="closing_on" label="Pendaftaran ditutup" optional />
          </FieldRow>
          <NumberField form={form} name="minimum_years" label="Umur paling sedikit" unit="tahun" whole optional />
          <NumberField form={form} name="quota" label="Usulan paling banyak per instansi" whole optional />
          <NumberField form={form} name="video_seconds" label="Video paling lama" unit="detik" whole optional />
          <NumberField
            form={form}
            name="video_height"
            label="Tinggi gambar paling kecil"
            unit="piksel"
            whole
            optional
          />
        </FormPart>
        {edition.aspects.map((aspect, index) => (
          <FormPart key={aspect.label} title={aspect.label}>
            <NumberField
              form={form}
              name={`weight_${index + 1}`}
              label={`Bobot ${aspect.label}`}
              hint="Bobot yang diketahui berjumlah tepat 100."
              unit="persen"
              optional
            />
            {aspect.fields.map((field) => {
              at += 1
              return (
                <Fragment key={field.key}>
                  <TextArea form={form} name={`question_${at + 1}`} label={`Pertanyaan ${field.number}`} rows={2} />
                  <NumberField
                    form={form}
                    name={`limit_${at + 1}`}
                    label={`Batas bidang ${field.number}`}
                    unit="kata"
                    whole
                    optional
                  />
                </Fragment>
              )
            })}
          </FormPart>
        ))}
        <FormPart title="Kepastian" note="Dari mana tiap bagian diketahui.">
          {editionParts.map((part) => (
            <SelectField
              key={part}
              form={form}
              name={`certainty_${part}`}
              label={partWords[part]}
              options={certainties.map((value) => ({ value, label: certaintyWords[value] }))}
            />
          ))}
        </FormPart>
        <FormPart title="Alasan">
          <TextField
            form={form}
            name="reason"
            label="Alasan pembetulan"
            hint="Misalnya nomor pengumuman resminya."
            width="full"
          />
        </FormPart>
        <FormBar>
          <ButtonLink href={home}>Batal</ButtonLink>
          <Button kind="primary">Simpan versi baru</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
