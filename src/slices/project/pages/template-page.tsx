import { type Form, typedIn } from '#kit/form.ts'
import type { Programme } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { FieldNotes, useTies } from '#web/field.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { DataTable } from '#web/table.tsx'
import { type ColumnKey, columnKeys, defaultColumns } from '../columns.ts'
import { labelField, placeField, shownField } from '../template-form.ts'

/** Which columns the matrices of a programme show, in which order and under which names. */
export function TemplatePage({ programme, form }: { programme: Programme; form: Form }) {
  const path = `/program/${programme.slug}`
  const inOrder = columnKeys.toSorted((a, b) => placeOf(form, a) - placeOf(form, b))
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
        <DataTable
          caption="Kolom matriks menurut urutannya"
          rows={inOrder}
          keyOf={(key) => key}
          empty={null}
          columns={[
            { header: 'Kolom', cell: nameOf },
            { header: 'Nama yang dipakai', cell: (key) => <LabelCell form={form} column={key} /> },
            { header: 'Urutan', cell: (key) => <PlaceCell form={form} column={key} /> },
            { header: 'Tampil', cell: (key) => <ShownCell form={form} column={key} /> },
          ]}
        />
        <p class="hint">
          Nama yang dikosongkan kembali ke nama bawaannya. Kolom sendiri berisi teks, ada hanya dalam program ini, dan
          baru ada setelah diberi nama.
        </p>
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan kolom</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

const placeOf = (form: Form, key: ColumnKey) => Number(typedIn(form, placeField(key))) || columnKeys.length

const nameOf = (column: ColumnKey): string =>
  defaultColumns.find(({ key }) => key === column)?.label ?? `Kolom sendiri ${column.slice(-1)}`

type CellProps = { form: Form; column: ColumnKey }

function LabelCell({ form, column }: CellProps) {
  const field = { form, name: labelField(column), label: `Nama kolom ${nameOf(column)}`, optional: true }
  const ties = useTies(field)
  const value = typedIn(form, field.name)
  return (
    <div class={ties['aria-invalid'] ? 'field wrong' : 'field'}>
      <input
        type="text"
        class="w-full"
        aria-label={field.label}
        value={value}
        maxLength={60}
        autocomplete="off"
        {...ties}
      />
      <FieldNotes {...field} id={ties.id} />
    </div>
  )
}

function PlaceCell({ form, column }: CellProps) {
  const field = { form, name: placeField(column), label: `Urutan kolom ${nameOf(column)}` }
  const ties = useTies(field)
  return (
    <div class={ties['aria-invalid'] ? 'field wrong' : 'field'}>
      <input
        type="text"
        inputMode="numeric"
        class="w-4"
        aria-label={field.label}
        value={typedIn(form, field.name)}
        {...ties}
      />
      <FieldNotes {...field} id={ties.id} />
    </div>
  )
}

/** The title is always shown. */
function ShownCell({ form, column }: CellProps) {
  const name = shownField(column)
  if (column === 'title')
    return (
      <>
        <input type="hidden" name={name} value="yes" />
        Selalu
      </>
    )
  const isShown = typedIn(form, name) === 'yes'
  return (
    <span class="choice">
      <input type="checkbox" name={name} value="yes" checked={isShown} aria-label={`Tampilkan ${nameOf(column)}`} />
    </span>
  )
}
