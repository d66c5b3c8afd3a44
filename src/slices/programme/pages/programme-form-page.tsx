import type { Form } from '#kit/form.ts'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { CheckboxField, RadioFields } from '#web/choices.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { dueField } from '../forms.ts'
import { agentCounts, mostReportDays, type Programme, reportings, stageKinds } from '../programme.ts'
import type { ReformSet } from '../reform.ts'
import { agentCountWords, reportingWords, stageWords } from './words.ts'

type ProgrammeFormProps = {
  form: Form
  /** The programme that is changed; null where one is made. */
  programme: Programme | null
  sets: ReformSet[]
}

/** Makes a programme, or changes its name, term, due days, way of counting and rhythm of reports. */
export function ProgrammeFormPage({ form, programme, sets }: ProgrammeFormProps) {
  const path = programme ? `/program/${programme.slug}` : '/program'
  const action = programme ? `${path}/ubah` : '/program/buat'
  return (
    <DeskPage
      title={programme ? `Ubah ${programme.name}` : 'Buat program'}
      breadcrumbs={[{ path, label: programme?.name ?? 'Program' }]}
      form={form}
    >
      <PostForm form={form} action={action} guarded>
        <EnterButton />
        <HiddenFields form={form} names={[programme ? 'revision' : 'id']} />
        <FormPart title="Program">
          <TextField
            form={form}
            name="name"
            label="Nama program"
            hint="Misalnya Agen Perubahan 2026."
            maxLength={200}
            autocomplete="off"
          />
          <FieldRow>
            <DateField form={form} name="from_on" label="Hari pertama" />
            <DateField form={form} name="until_on" label="Hari terakhir" />
          </FieldRow>
          {!programme && <SetFields form={form} sets={sets} />}
          <RadioFields
            form={form}
            name="agent_count"
            label="Agen yang dihitung dalam LKE"
            hint="Sumber aturannya tidak menyebutkan caranya; halaman LKE menuliskan cara yang dipakai."
            choices={agentCounts.map((value) => ({ value, label: agentCountWords[value] }))}
          />
          <CheckboxField
            form={form}
            name="finish_needs_closed"
            label="Proyek dinyatakan selesai hanya bila semua tindak lanjutnya ditutup"
            hint="Agen yang masih mempunyai tindak lanjut terbuka diberi tahu mana yang harus ditutup lebih dahulu."
            optional
          />
        </FormPart>
        <ReportingPart form={form} />
        <StagePart form={form} action={action} />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">{programme ? 'Simpan' : 'Buat program'}</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const SetFields = ({ form, sets }: Pick<ProgrammeFormProps, 'form' | 'sets'>) => (
  <RadioFields
    form={form}
    name="set_code"
    label="Area perubahan dan sasaran"
    hint="Tidak dapat diganti setelah program dibuat, karena proyek menunjuk area di dalamnya."
    choices={sets.map(({ code, name }) => ({ value: code, label: name }))}
  />
)

const ReportingPart = ({ form }: { form: Form }) => (
  <FormPart
    title="Laporan kemajuan"
    note="Setiap agen melaporkan kegiatannya yang berjalan, sekali dalam setiap periode. Yang belum melapor diingatkan sebelum dan sesudah batasnya."
  >
    <RadioFields
      form={form}
      name="reporting"
      label="Seberapa sering agen melapor"
      hint="Periode mengikuti bulan kalender dan dipotong pada hari pertama dan terakhir program."
      choices={reportings.map((value) => ({ value, label: reportingWords[value] }))}
    />
    <NumberField
      form={form}
      name="report_days"
      label="Waktu untuk menyusun laporan"
      hint={`Batasnya jatuh sekian hari setelah hari terakhir periode, 0 sampai ${mostReportDays} hari.`}
      unit="hari"
      whole
    />
  </FormPart>
)

const StagePart = ({ form, action }: { form: Form; action: string }) => (
  <FormPart
    title="Batas waktu tahap"
    note="Hari terakhir setiap tahap. Keterlambatan dihitung terhadapnya; yang kosong tidak pernah terlambat."
  >
    <Button formAction={`${action}/usulan`}>Usulkan dari masa program</Button>
    {stageKinds.map((kind) => (
      <DateField key={kind} form={form} name={dueField(kind)} label={stageWords[kind]} optional />
    ))}
  </FormPart>
)
