import { Fragment } from 'preact'
import type { Form } from '#kit/form.ts'
import { allTypedIn, snakeCase, typedIn } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Advice } from '../advice.ts'
import {
  type ColumnKey,
  columnKeys,
  goneIn,
  isOwn,
  type MatrixColumn,
  type MatrixLayout,
  type OwnKey,
  ownKeys,
  shownOf,
} from '../columns.ts'
import { type Project, titleOf } from '../project.ts'
import { AdviceNote } from './advice-note.tsx'

type Props = {
  project: Project
  form: Form
  initiativeTitle: string
  layout: MatrixLayout
  action: string
  isNew: boolean
  autosave?: string | null
  /** On what is stored of this activity. */
  advice?: Advice[]
}

type Parts = { form: Form; columns: MatrixColumn[]; areas: { value: string; label: string }[]; advice: Advice[] }

/** The form of one activity: a row of the matrix, where there is room to write. What its columns do not show stays. */
export function ActivityPage(props: Props) {
  const { project, form, initiativeTitle, layout, action, isNew, autosave = null, advice = [] } = props
  const plan = `/proyek/${project.code}/rencana`
  const own = Object.fromEntries(ownKeys.map((key) => [key, typedIn(form, key)]))
  const columns = [...shownOf(layout.columns), ...goneIn(layout.columns, own).map(goneColumn)]
  const hidden = columnKeys.filter((key) => !columns.some((column) => column.key === key)).map(snakeCase)
  // An import may have given it an area that the project does not name: it stays until somebody takes it away.
  const areaCodes = new Set([...project.areaCodes, ...allTypedIn(form, 'area_codes')].filter((code) => code !== ''))
  const areas = [...areaCodes].map((value) => ({ value, label: layout.areaNames.get(value) ?? value }))
  const parts = { form, columns, areas, advice }
  return (
    <ReadingPage
      title={isNew ? 'Kegiatan baru' : 'Ubah kegiatan'}
      lead={`Program: ${initiativeTitle}`}
      breadcrumbs={[
        { path: `/proyek/${project.code}`, label: titleOf(project) },
        { path: plan, label: 'Rencana aksi' },
      ]}
      form={form}
    >
      <PostForm form={form} action={action} guarded autosave={autosave}>
        <HiddenFields form={form} names={['id', 'initiative_id', ...(isNew ? [] : ['revision']), ...hidden]} />
        <FormPart title="Kegiatan">
          <Fields {...parts} of={['title', 'output', 'inCharge', 'parties']} />
          <FieldRow>
            <Fields {...parts} of={['startsOn', 'endsOn']} />
          </FieldRow>
          <Fields {...parts} of={['areaCodes']} />
        </FormPart>
        <Part
          title="Ukuran"
          note="Angka yang menunjukkan bahwa keadaan berubah."
          of={['indicator', 'indicatorUnit', 'baseline', 'target']}
          {...parts}
        />
        <Part title="Sumber daya dan risiko" of={['resources', 'risk', 'mitigation']} {...parts} />
        <Part title="Kolom lain" of={columnKeys.filter(isOwn)} {...parts} />
        <FormBar>
          <ButtonLink href={plan}>{isNew ? 'Batal' : 'Kembali'}</ButtonLink>
          <Button kind="primary">Simpan kegiatan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

/** What was typed in a column that went meanwhile is shown, to be moved elsewhere. */
const goneColumn = (key: OwnKey): MatrixColumn => ({
  key,
  label: 'Kolom yang sudah dihapus',
  kind: 'text',
  width: 30,
  isShown: true,
})

type Of = { of: ColumnKey[] }

/** A part of the form; none of it where the programme shows none of its columns. */
const Part = ({ title, note, of, ...parts }: Parts & Of & { title: string; note?: string }) =>
  parts.columns.some(({ key }) => of.includes(key)) ? (
    <FormPart title={title} {...(note && { note })}>
      <Fields {...parts} of={of} />
    </FormPart>
  ) : null

const Fields = ({ of, ...parts }: Parts & Of) => (
  <>
    {of.map((key) => {
      const column = parts.columns.find((one) => one.key === key)
      if (!column) return null
      return (
        <Fragment key={key}>
          <Field {...parts} column={column} />
          <AdviceNote advice={parts.advice} of={typedIn(parts.form, 'id')} fields={[key]} />
        </Fragment>
      )
    })}
  </>
)

const hints: Partial<Record<ColumnKey, string>> = {
  output: 'Yang ada setelah kegiatan selesai, misalnya SOP atau aplikasi.',
  parties: 'Unit dan pegawai lain yang ikut mengerjakan.',
  indicatorUnit: 'Misalnya %, hari, orang.',
  resources: 'Orang, anggaran, alat.',
  mitigation: 'Yang dilakukan supaya risiko tidak terjadi, atau bila terjadi.',
  areaCodes: 'Area proyek ini yang dilayani kegiatan ini.',
}
const long: ColumnKey[] = ['title', 'resources', 'risk', 'mitigation']

function Field({
  form,
  areas,
  column: { key, label, kind },
}: Omit<Parts, 'columns' | 'advice'> & { column: MatrixColumn }) {
  const hint = hints[key]
  const field = { form, name: snakeCase(key), label, ...(hint && { hint }), optional: key !== 'title' }
  if (kind === 'areas') return areas.length > 0 ? <CheckboxFields {...field} choices={areas} /> : null
  if (kind === 'number') return <NumberField {...field} unit={typedIn(form, 'indicator_unit')} />
  if (kind === 'day') return <DateField {...field} />
  if (long.includes(key) || isOwn(key)) return <TextArea {...field} rows={2} />
  return <TextField {...field} width={key === 'indicatorUnit' ? 12 : 'full'} />
}
