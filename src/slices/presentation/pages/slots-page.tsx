import type { Form } from '#kit/form.ts'
import { titleOf } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { FieldRow, HiddenFields, NumberField, TimeField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { PresentationRow } from '../presentation-store.ts'
import type { Sitting } from '../sitting.ts'
import type { Candidate } from '../view.ts'
import { CandidateFields } from './sitting-form-page.tsx'
import { hour } from './words.ts'

type Props = { form: Form; sitting: Sitting; slots: PresentationRow[]; candidates: Candidate[] }

/** The order of a sitting: which project comes when, for how long, and what is added or taken out. */
export const SlotsPage = ({ form, sitting, slots, candidates }: Props) => (
  <DeskPage
    title="Susunan paparan"
    lead="Jam mulai dan lama tiap paparan. Yang jamnya berubah menerima undangan baru."
    breadcrumbs={[
      { path: '/paparan', label: 'Sidang paparan' },
      { path: `/paparan/${sitting.id}`, label: sitting.title },
    ]}
    form={form}
  >
    <PostForm form={form} action={`/paparan/${sitting.id}/susunan`} guarded>
      <HiddenFields form={form} names={['revision', ...slots.map((_, at) => `slot_${at + 1}`)]} />
      {slots.map((slot, at) => (
        <FormPart key={slot.id} title={titleOf(slot)} note={slot.agentName ?? slot.unitName}>
          <FieldRow>
            <TimeField form={form} name={`begins_at_${at + 1}`} label="Mulai" />
            <NumberField form={form} name={`minutes_${at + 1}`} label="Lama" unit="menit" width={4} whole />
          </FieldRow>
          <CheckboxField
            form={form}
            name={`fixed_${at + 1}`}
            label="Tetap di sini saat jadwal disusun ulang"
            optional
          />
          {slot.decision === null && (
            <CheckboxField form={form} name={`out_${at + 1}`} label="Keluarkan dari sidang ini" optional />
          )}
        </FormPart>
      ))}
      <FormPart title="Tambah paparan">
        <CandidateFields form={form} candidates={candidates} />
      </FormPart>
      <FormPart title="Jam sidang" note="Bila berubah, penilai sidang menerima undangan baru.">
        <TimeField
          form={form}
          name="ends_at"
          label="Selesai"
          hint={`Sidang mulai pukul ${hour(sitting.beginsAt)}. Paparan terakhir selesai paling lambat pada jam ini.`}
        />
      </FormPart>
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan susunan</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
