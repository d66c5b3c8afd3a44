import type { Form } from '#kit/form.ts'
import { typedIn } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Advice, AdviceField } from '../advice.ts'
import { type Project, titleOf } from '../project.ts'
import { AdviceNote } from './advice-note.tsx'

type Props = {
  project: Project
  form: Form
  initiativeTitle: string
  action: string
  isNew: boolean
  autosave?: string | null
  /** On what is stored of this activity. */
  advice?: Advice[]
}

/** The form of one activity: a row of the matrix, where there is room to write. */
export function ActivityPage({ project, form, initiativeTitle, action, isNew, autosave = null, advice = [] }: Props) {
  const plan = `/proyek/${project.code}/rencana`
  const notes = (...fields: AdviceField[]) => <AdviceNote advice={advice} of={typedIn(form, 'id')} fields={fields} />
  const unit = typedIn(form, 'indicator_unit')
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
        <HiddenFields form={form} names={['id', 'initiative_id', ...(isNew ? [] : ['revision'])]} />
        <FormPart title="Kegiatan">
          <TextArea form={form} name="title" label="Kegiatan" rows={2} />
          {notes('title')}
          <TextField
            form={form}
            name="output"
            label="Keluaran"
            width="full"
            hint="Yang ada setelah kegiatan selesai, misalnya SOP atau aplikasi."
            optional
          />
          {notes('output')}
          <TextField form={form} name="in_charge" label="Penanggung jawab" width="full" optional />
          <FieldRow>
            <DateField form={form} name="starts_on" label="Mulai" optional />
            <DateField form={form} name="ends_on" label="Selesai" optional />
          </FieldRow>
          {notes('endsOn')}
        </FormPart>
        <FormPart title="Ukuran" note="Angka yang menunjukkan bahwa keadaan berubah.">
          <TextField form={form} name="indicator" label="Indikator" width="full" optional />
          {notes('indicator')}
          <TextField
            form={form}
            name="indicator_unit"
            label="Satuan"
            width={12}
            hint="Misalnya %, hari, orang."
            optional
          />
          {notes('indicatorUnit')}
          <FieldRow>
            <NumberField form={form} name="baseline" label="Nilai awal" unit={unit} optional />
            <NumberField form={form} name="target" label="Target" unit={unit} optional />
          </FieldRow>
          {notes('baseline', 'target')}
        </FormPart>
        <FormPart title="Sumber daya dan risiko">
          <TextArea form={form} name="resources" label="Sumber daya" rows={2} hint="Orang, anggaran, alat." optional />
          <TextArea form={form} name="risk" label="Risiko dan penanganannya" rows={2} optional />
        </FormPart>
        <FormBar>
          <ButtonLink href={plan}>{isNew ? 'Batal' : 'Kembali'}</ButtonLink>
          <Button kind="primary">Simpan kegiatan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
