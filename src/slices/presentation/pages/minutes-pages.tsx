import type { Form } from '#kit/form.ts'
import { titleOf } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { IdPrefix } from '#web/field.tsx'
import { DateField, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { MoreWords } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { AttendanceGroups } from '../attendance.ts'
import type { PresentationRow } from '../presentation-store.ts'
import type { Sitting } from '../sitting.ts'
import type { Attendee } from '../sitting-store.ts'

const crumbsOf = (sitting: Sitting) => [
  { path: '/paparan', label: 'Sidang paparan' },
  { path: `/paparan/${sitting.id}`, label: sitting.title },
]

type AttendanceProps = { form: Form; sitting: Sitting; groups: AttendanceGroups }

/** Who was present. */
export const AttendancePage = ({ form, sitting, groups: { concerned, present, rest } }: AttendanceProps) => (
  <DeskPage title="Kehadiran" breadcrumbs={crumbsOf(sitting)} form={form}>
    <PostForm form={form} action={`/paparan/${sitting.id}/hadir`}>
      <HiddenFields form={form} names={['revision']} />
      <Persons form={form} label="Agen dan atasan proyek yang dipaparkan" persons={concerned} />
      <Persons form={form} label="Lainnya yang hadir" persons={present} prefix="present-" />
      {rest.length > 0 && (
        <MoreWords label="Pegawai lain, menurut unit kerja">
          {rest.map(({ unit, persons }, index) => (
            <Persons key={unit} form={form} label={unit} persons={persons} prefix={`unit-${index + 1}-`} />
          ))}
        </MoreWords>
      )}
      <TextArea
        form={form}
        name="guests"
        label="Tamu"
        hint="Yang hadir dari luar instansi, beserta asalnya."
        rows={3}
        optional
      />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan kehadiran</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

/** Who sits as judge through the whole of a sitting. */
export const JudgesPage = ({ form, sitting, groups: { concerned, present, rest } }: AttendanceProps) => (
  <DeskPage
    title="Penilai sidang"
    lead="Mereka hadir sepanjang sidang ini, menerima undangannya, dan tidak dijadwalkan di tempat lain pada jam paparannya."
    breadcrumbs={crumbsOf(sitting)}
    form={form}
  >
    <PostForm form={form} action={`/paparan/${sitting.id}/penilai`}>
      <HiddenFields form={form} names={['revision']} />
      <Persons form={form} label="Penilai" persons={concerned} />
      <Persons form={form} label="Lainnya yang sudah dipilih" persons={present} prefix="present-" />
      {rest.length > 0 && (
        <MoreWords label="Pegawai lain, menurut unit kerja">
          {rest.map(({ unit, persons }, index) => (
            <Persons key={unit} form={form} label={unit} persons={persons} prefix={`unit-${index + 1}-`} />
          ))}
        </MoreWords>
      )}
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan penilai</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

type PersonsProps = { form: Form; label: string; persons: Attendee[]; prefix?: string }

/** One group of those who can be ticked; what is wrong with all of them is said beside the first alone. */
const Persons = ({ form, label, persons, prefix = '' }: PersonsProps) =>
  persons.length === 0 ? null : (
    <IdPrefix.Provider value={prefix}>
      <CheckboxFields
        form={prefix === '' ? form : { ...form, errors: {} }}
        name="person_ids"
        label={label}
        choices={persons.map(({ personId, name }) => ({ value: personId, label: name }))}
        isConditional
      />
    </IdPrefix.Provider>
  )

type FeedbackProps = { form: Form; sitting: Sitting; slot: PresentationRow; persons: Option[] }

/** What somebody said about a project. */
export const FeedbackPage = ({ form, sitting, slot, persons }: FeedbackProps) => (
  <DeskPage title="Catat masukan" lead={titleOf(slot)} breadcrumbs={crumbsOf(sitting)} form={form}>
    <PostForm form={form} action={`/paparan/${sitting.id}/masukan/${slot.id}`} guarded>
      <HiddenFields form={form} names={['id']} />
      <SelectField form={form} name="person_id" label="Disampaikan oleh" options={persons} optional />
      <TextField form={form} name="guest" label="Atau nama tamu" optional />
      <TextArea form={form} name="words" label="Masukan" rows={5} />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}#paparan-${slot.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan masukan</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

type FollowUpProps = FeedbackProps & { said: { id: string; by: string; words: string } }

/** What somebody said, as something that is to be done. */
export const FeedbackFollowUpPage = ({ form, sitting, slot, said, persons }: FollowUpProps) => (
  <DeskPage
    title="Jadikan tindak lanjut"
    lead={`Masukan ${said.by} pada ${titleOf(slot)}`}
    breadcrumbs={crumbsOf(sitting)}
    form={form}
  >
    <PostForm form={form} action={`/paparan/${sitting.id}/masukan/${slot.id}/${said.id}/tindak-lanjut`} guarded>
      <HiddenFields form={form} names={['id']} />
      <TextArea form={form} name="what" label="Yang harus dilakukan" rows={4} />
      <SelectField form={form} name="owner_id" label="Pemilik" options={persons} />
      <DateField form={form} name="due_on" label="Batas waktu" />
      <FormBar>
        <ButtonLink href={`/paparan/${sitting.id}#paparan-${slot.id}`}>Batal</ButtonLink>
        <Button kind="primary">Jadikan tindak lanjut</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
