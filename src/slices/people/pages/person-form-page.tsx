import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { EmailField, FieldRow, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'

type PersonFormProps = {
  form: Form
  /** The person whose facts are corrected; null where one is added. */
  person: { id: string; name: string } | null
  units: Option[]
}

/** Adds a person by hand, or corrects what is known of one. */
export function PersonFormPage({ form, person, units }: PersonFormProps) {
  const path = person ? `/orang/${person.id}` : '/orang'
  return (
    <DeskPage
      title={person ? `Koreksi data ${person.name}` : 'Tambah pegawai'}
      breadcrumbs={[{ path, label: person?.name ?? 'Pegawai' }]}
      form={form}
    >
      <PostForm form={form} action={person ? `${path}/koreksi` : '/orang/tambah'} guarded>
        <HiddenFields form={form} names={[person ? 'revision' : 'id']} />
        <NamePart form={form} />
        <NipPart form={form} />
        <OfficePart form={form} units={units} />
        {person && (
          <FormPart title="Alasan koreksi" note="Disimpan bersama koreksi ini dan tampak di riwayat catatan.">
            <TextArea form={form} name="reason" label="Alasan" rows={3} limit={{ most: 500, unit: 'karakter' }} />
          </FormPart>
        )}
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">{person ? 'Simpan koreksi' : 'Tambah pegawai'}</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const NamePart = ({ form }: { form: Form }) => (
  <FormPart title="Nama" note="Gelar ditulis terpisah, supaya daftar tersusun menurut nama.">
    <TextField form={form} name="name" label="Nama tanpa gelar" maxLength={200} autocomplete="off" />
    <FieldRow>
      <TextField form={form} name="titles_before" label="Gelar depan" width={12} optional autocomplete="off" />
      <TextField form={form} name="titles_after" label="Gelar belakang" width={20} optional autocomplete="off" />
    </FieldRow>
  </FormPart>
)

const NipPart = ({ form }: { form: Form }) => (
  <FormPart title="NIP" note="Isi salah satu: NIP, atau alasan pegawai ini tidak memilikinya.">
    <TextField
      form={form}
      name="nip"
      label="NIP"
      hint="18 digit; boleh dengan spasi. NI PPPK juga diisi di sini."
      width={20}
      optional
      autocomplete="off"
    />
    <TextField
      form={form}
      name="no_nip_reason"
      label="Alasan tanpa NIP"
      hint="Misalnya anggota TNI atau Polri, atau bukan ASN."
      optional
      autocomplete="off"
    />
  </FormPart>
)

const OfficePart = ({ form, units }: { form: Form; units: Option[] }) => (
  <FormPart title="Tugas">
    <SelectField form={form} name="unit_id" label="Unit kerja" options={units} empty="Belum diketahui" optional />
    <TextField form={form} name="position" label="Jabatan" optional autocomplete="off" />
    <TextField form={form} name="grade" label="Pangkat/golongan" width={20} optional autocomplete="off" />
    <EmailField form={form} name="email" label="Surel" optional autocomplete="off" />
  </FormPart>
)
