import { acceptOf, uploadField } from '#files'
import { allTypedIn, type Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, FieldRow, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FileField } from '#web/file-field.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Decree } from '../decree.ts'
import { crumbsOf } from './words.ts'

/** Bytes that a scan may have within a form. */
const most = 10_000_000

type Props = { form: Form; decree?: Decree; programmes: Option[]; decrees: Option[] }

/** The form of a decree, new or corrected. */
export function DecreeFormPage({ form, decree, programmes, decrees }: Props) {
  const back = decree ? `/keputusan/${decree.code}` : '/keputusan'
  return (
    <ReadingPage
      title={decree ? 'Ubah keputusan' : 'Catat keputusan'}
      lead={decree ? undefined : 'Setelah ini Anda mengimpor lampirannya, atau menambahkan agen satu per satu.'}
      breadcrumbs={crumbsOf(decree)}
      form={form}
    >
      <PostForm form={form} action={decree ? `${back}/ubah` : '/keputusan/baru'} files guarded>
        <HiddenFields form={form} names={decree ? ['revision'] : ['id']} />
        <FormPart title="Keputusan">
          <TextField form={form} name="number" label="Nomor" hint="Seperti tertulis pada keputusannya." />
          <DateField form={form} name="decided_on" label="Tanggal ditetapkan" />
          <TextArea form={form} name="about" label="Tentang" rows={2} />
          <TextField form={form} name="signer_name" label="Nama penanda tangan" optional />
          <TextField form={form} name="signer_position" label="Jabatan penanda tangan" width="full" optional />
        </FormPart>
        <FormPart title="Berlaku">
          <SelectField form={form} name="programme_id" label="Program" options={programmes} />
          <FieldRow>
            <DateField form={form} name="from_on" label="Mulai berlaku" />
            <DateField form={form} name="until_on" label="Hari terakhir berlaku" />
          </FieldRow>
          {decrees.length > 0 && (
            <SelectField
              form={form}
              name="amends_id"
              label="Mengubah keputusan"
              hint="Bila keputusan ini mengganti agen dari keputusan sebelumnya."
              empty="Tidak mengubah keputusan lain"
              options={decrees}
              optional
            />
          )}
        </FormPart>
        <FormPart title="Pindaian" note="Berkas PDF keputusan yang ditandatangani.">
          {allTypedIn(form, uploadField('scan')).map((upload) => (
            <input key={upload} type="hidden" name={uploadField('scan')} value={upload} />
          ))}
          <FileField form={form} name="scan" label="Berkas PDF" accept={acceptOf(['pdf'])} most={most} optional />
        </FormPart>
        <FormBar>
          <ButtonLink href={back}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
