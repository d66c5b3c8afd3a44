import type { FollowUpRow } from '#follow-up'
import { dayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { type ProjectView, titleOf } from '#project'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField, FieldRow, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import { linesAtOnce, linesIn, mostLines } from '../forms.ts'
import type { Decision } from '../presentation.ts'
import { decisionWords } from './words.ts'

const hints: Record<Decision, string> = {
  accepted: 'Rencana langsung ditetapkan dan proyek berjalan.',
  accepted_with_changes: 'Rencana ditetapkan setelah semua tindak lanjutnya ditutup.',
  again: 'Rencana dikembalikan kepada agen dengan catatan Anda, lalu dipaparkan lagi.',
}

const choices = (Object.keys(hints) as Decision[]).map((value) => ({
  value,
  label: decisionWords[value],
  hint: hints[value],
}))

type Props = {
  view: ProjectView
  form: Form
  owners: Option[]
  hasSitting: boolean
  /** What has become a follow-up at the sitting. */
  agreed: FollowUpRow[]
}

/** The form of what was decided about a plan, in a sitting or without one. */
export function DecisionPage({ view: { project, plan }, form, owners, hasSitting, agreed }: Props) {
  const path = `/proyek/${project.code}/paparan`
  const lines = linesIn(form.values)
  return (
    <DeskPage
      title={hasSitting ? 'Keputusan paparan' : 'Keputusan tanpa sidang'}
      lead={`${titleOf(project)}, rencana versi ${plan.version}`}
      breadcrumbs={[{ path, label: 'Paparan' }]}
      form={form}
    >
      <PostForm form={form} action={`${path}/keputusan`} guarded>
        <EnterButton />
        <HiddenFields form={form} names={['id', 'revision']} />
        <input type="hidden" name="lines" value={lines} />
        <FormPart title="Keputusan" note="Keputusan yang sudah disimpan tidak dapat diubah.">
          {!hasSitting && (
            <TextField
              form={form}
              name="reason"
              label="Mengapa tanpa sidang"
              hint="Misalnya perubahan kecil pada rencana yang sudah pernah dipaparkan."
              width="full"
            />
          )}
          <RadioFields form={form} name="decision" label="Yang diputuskan" choices={choices} />
          <TextArea
            form={form}
            name="note"
            label="Catatan untuk agen"
            hint="Wajib diisi bila paparan diulang."
            optional
          />
        </FormPart>
        {agreed.length > 0 && (
          <FormPart
            title="Yang sudah menjadi tindak lanjut"
            note="Dari masukan dalam sidang ini; tidak perlu ditulis lagi."
          >
            <ul>
              {agreed.map(({ id, what, ownerName, dueOn }) => (
                <li key={id}>
                  {what} ({ownerName}, {dayInWords(dueOn)})
                </li>
              ))}
            </ul>
          </FormPart>
        )}
        {Array.from({ length: lines }, (_, at) => at + 1).map((number) => (
          <FormPart key={number} title={`Tindak lanjut ${number}`} {...(number === 1 && { note: followUpNote })}>
            <TextField form={form} name={`what_${number}`} label="Yang harus dilakukan" width="full" optional />
            <FieldRow>
              <SelectField form={form} name={`owner_id_${number}`} label="Pemilik" options={owners} optional />
              <DateField form={form} name={`due_on_${number}`} label="Batas waktu" optional />
            </FieldRow>
          </FormPart>
        ))}
        {lines < mostLines && (
          <Button name="act" value="more" formAction={`${path}/keputusan#what_${lines + 1}`}>
            Tambah {linesAtOnce} baris tindak lanjut
          </Button>
        )}
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan keputusan</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const followUpNote = 'Isi yang disepakati. Baris yang kosong dilewati.'
