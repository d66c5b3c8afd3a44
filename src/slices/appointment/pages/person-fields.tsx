import type { Form } from '#kit/form.ts'
import { EmailField, FieldRow, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormPart } from '#web/form.tsx'

/** The person whom a decree appoints, where the annex is entered by hand. */
export const PersonFields = ({ form, units }: { form: Form; units: Option[] }) => (
  <FormPart title="Pegawai" note="Pegawai yang NIP-nya sudah tercatat dipakai catatannya; isian lain lalu diabaikan.">
    <FieldRow>
      <TextField form={form} name="titles_before" label="Gelar depan" width={12} optional />
      <TextField form={form} name="name" label="Nama tanpa gelar" width={30} />
      <TextField form={form} name="titles_after" label="Gelar belakang" width={20} optional />
    </FieldRow>
    <TextField
      form={form}
      name="nip"
      label="NIP atau NI PPPK"
      hint="18 digit; boleh memakai spasi."
      width={30}
      optional
    />
    <TextField
      form={form}
      name="no_nip_reason"
      label="Alasan tanpa NIP"
      hint="Misalnya: anggota TNI atau Polri, non-ASN. Diisi hanya bila NIP kosong."
      optional
    />
    <SelectField form={form} name="unit_id" label="Unit kerja" options={units} width="full" />
    <TextField form={form} name="position" label="Jabatan" width="full" optional />
    <FieldRow>
      <TextField form={form} name="grade" label="Pangkat/golongan" width={20} optional />
      <EmailField form={form} name="email" label="Surel" optional />
    </FieldRow>
  </FormPart>
)
