import { type Form, typedIn } from '#kit/form.ts'
import type { Programme } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type ColumnKey, columnKeys, defaultColumns, isOwn } from '../columns.ts'
import { labelField, placeField, shownField } from '../template-form.ts'

/** Which columns the matrices of a programme show, in which order and under which names. */
export function TemplatePage({ programme, form }: { programme: Programme; form: Form }) {
  const path = `/program/${programme.slug}`
  const inOrder = columnKeys.toSorted((a, b) => placeOf(form, a) - placeOf(form, b))
  const draw = (key: ColumnKey) => <ColumnFields key={key} form={form} column={key} />
  return (
    <ReadingPage
      title="Kolom matriks"
      lead="Berlaku untuk semua rencana aksi dalam program ini. Kolom yang disembunyikan tetap menyimpan isinya."
      breadcrumbs={[
        { path: '/program', label: 'Program' },
        { path, label: programme.name },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${path}/kolom`} guarded>
        <HiddenFields form={form} names={['revision']} />
        <FormPart title="Kolom yang dikenal" note="Kosongkan namanya untuk kembali ke nama bawaan.">
          {inOrder.filter((key) => !isOwn(key)).map(draw)}
        </FormPart>
        <FormPart title="Kolom sendiri" note="Kolom teks yang hanya ada dalam program ini, paling banyak enam.">
          {inOrder.filter(isOwn).map(draw)}
        </FormPart>
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan kolom</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

const placeOf = (form: Form, key: ColumnKey) => Number(typedIn(form, placeField(key))) || columnKeys.length

function ColumnFields({ form, column }: { form: Form; column: ColumnKey }) {
  const name = defaultColumns.find(({ key }) => key === column)?.label ?? `Kolom sendiri ${column.slice(-1)}`
  return (
    <div class="column-fields">
      <TextField form={form} name={labelField(column)} label={name} width={30} maxLength={60} optional />
      <NumberField form={form} name={placeField(column)} label={`Urutan ${name}`} />
      {column === 'title' ? (
        <HiddenFields form={form} names={[shownField(column)]} />
      ) : (
        <CheckboxField form={form} name={shownField(column)} label={`Tampilkan ${name}`} />
      )}
    </div>
  )
}
