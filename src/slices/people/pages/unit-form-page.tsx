import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, NumberField, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { Unit } from '../unit.ts'

type UnitFormProps = {
  form: Form
  /** The unit that is changed; null where one is added. */
  unit: Unit | null
  /** Those it may stand below. */
  parents: Option[]
}

/** Adds a unit, or changes what it is called and where it stands. */
export function UnitFormPage({ form, unit, parents }: UnitFormProps) {
  const path = unit ? `/unit/${unit.slug}` : '/unit'
  const title = unit ? `Ubah ${unit.name}` : 'Tambah unit kerja'
  return (
    <DeskPage title={title} breadcrumbs={[{ path, label: unit?.name ?? 'Unit kerja' }]} form={form}>
      <PostForm form={form} action={unit ? `${path}/ubah` : '/unit/tambah'} guarded>
        <HiddenFields form={form} names={[unit ? 'revision' : 'id']} />
        <TextField form={form} name="name" label="Nama unit kerja" width="full" maxLength={200} />
        <SelectField
          form={form}
          name="parent_id"
          label="Unit induk"
          hint="Unit yang langsung berada di atasnya."
          options={parents}
          empty="Tidak ada: unit ini paling atas"
          optional
        />
        {unit && (
          <NumberField
            form={form}
            name="position"
            label="Urutan"
            hint="Letaknya di antara unit lain dengan induk yang sama; yang terkecil paling atas."
            whole
            width={4}
          />
        )}
        <DateField
          form={form}
          name="from_on"
          label="Berlaku sejak"
          hint="Tanggal pembentukannya, bila diketahui."
          optional
        />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

type CloseUnitProps = { form: Form; unit: Unit }

export function CloseUnitPage({ form, unit }: CloseUnitProps) {
  const path = `/unit/${unit.slug}`
  return (
    <DeskPage
      title={`Tutup ${unit.name}`}
      lead="Unit yang ditutup tidak dapat dipilih lagi. Yang pernah terjadi di dalamnya tetap tersimpan atas namanya."
      breadcrumbs={[{ path, label: unit.name }]}
      form={form}
    >
      <PostForm form={form} action={`${path}/tutup`}>
        <HiddenFields form={form} names={['revision']} />
        <DateField
          form={form}
          name="until_on"
          label="Hari terakhir"
          hint="Masa atasannya berakhir pada hari yang sama; sesudahnya tugas beralih ke unit di atasnya."
        />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="danger">Tutup unit</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}
