import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, TextField, TimeField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { Sitting } from '../sitting.ts'
import type { Candidate } from '../view.ts'

const list = { path: '/paparan', label: 'Sidang paparan' }

const FactFields = ({ form }: { form: Form }) => (
  <FormPart title="Sidang">
    <TextField form={form} name="title" label="Nama sidang" width="full" />
    <DateField form={form} name="held_on" label="Hari" />
    <FieldRow>
      <TimeField form={form} name="begins_at" label="Mulai" />
      <TimeField form={form} name="ends_at" label="Selesai" />
    </FieldRow>
    <TextField form={form} name="place" label="Tempat" width="full" optional />
    <TextField
      form={form}
      name="link"
      label="Tautan rapat daring"
      hint="Isi tempat, tautan, atau keduanya."
      width="full"
      optional
    />
    <DateField
      form={form}
      name="slides_due_on"
      label="Salindia paling lambat"
      hint="Agen dapat melampirkan salindia sampai hari ini berakhir. Kosongkan bila tidak dibatasi."
      optional
    />
  </FormPart>
)

/** The projects that wait for a slot, any number of them to be chosen, and how long each has. */
export const CandidateFields = ({ form, candidates }: { form: Form; candidates: Candidate[] }) =>
  candidates.length === 0 ? (
    <>
      <p class="hint">Tidak ada rencana yang sedang menunggu paparan.</p>
      <HiddenFields form={form} names={['minutes']} />
    </>
  ) : (
    <>
      <CheckboxFields
        form={form}
        name="codes"
        label="Proyek yang dipaparkan"
        hint="Rencana yang sudah diverifikasi dan belum dijadwalkan."
        choices={candidates.map(choiceOf)}
        optional
      />
      <NumberField form={form} name="minutes" label="Lama tiap paparan" unit="menit" width={4} whole />
    </>
  )

const choiceOf = ({ code, title, agentName, unitName }: Candidate) => ({
  value: code,
  label: title,
  hint: [agentName, unitName].filter(Boolean).join(' · '),
})

/** The form of a new sitting. */
export const NewSittingPage = ({ form, candidates }: { form: Form; candidates: Candidate[] }) => (
  <DeskPage
    title="Jadwalkan sidang paparan"
    lead="Agen dan atasannya diberi tahu begitu sidang dijadwalkan."
    breadcrumbs={[list]}
    form={form}
  >
    <PostForm form={form} action="/paparan" guarded>
      <HiddenFields form={form} names={['id']} />
      <FactFields form={form} />
      <FormPart title="Paparan">
        <CandidateFields form={form} candidates={candidates} />
      </FormPart>
      <FormBar>
        <ButtonLink href="/paparan">Batal</ButtonLink>
        <Button kind="primary">Jadwalkan sidang</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

/** The form of when and where a sitting is held. */
export const SittingFormPage = ({ form, sitting }: { form: Form; sitting: Sitting }) => (
  <DeskPage
    title="Ubah sidang"
    lead="Bila hari, jam, atau tempatnya berubah, semua yang diundang diberi tahu."
    breadcrumbs={[list, { path: `/paparan/${sitting.id}`, label: sitting.title }]}
    form={form}
  >
    <PostForm form={form} action={`/paparan/${sitting.id}/ubah`} guarded>
      <HiddenFields form={form} names={['revision']} />
      <FactFields form={form} />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
