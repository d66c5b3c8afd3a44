import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields, type Option, SelectField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { AppointmentRow } from '../appointment-store.ts'
import type { Decree } from '../decree.ts'
import { PersonFields } from './person-fields.tsx'
import { crumbsOf, levelChoices } from './words.ts'

type Props = { decree: Decree; form: Form; units: Option[] }

/** An agent entered by hand, in a seat of his own. */
export const AgentPage = ({ decree, form, units }: Props) => (
  <ReadingPage title="Tambah agen" breadcrumbs={crumbsOf(decree)} form={form}>
    <PostForm form={form} action={`/keputusan/${decree.code}/tambah`} guarded>
      <HiddenFields form={form} names={['id', 'appointment_id']} />
      <PersonFields form={form} units={units} />
      <FormPart title="Kedudukan">
        <RadioFields form={form} name="level" label="Tingkat" choices={levelChoices} />
      </FormPart>
      <Bar decree={decree} act="Tetapkan agen" />
    </PostForm>
  </ReadingPage>
)

/** Another agent for a seat, by this decree. */
export const SuccessorPage = ({ decree, form, units, seats }: Props & { seats: Option[] }) => (
  <ReadingPage
    title="Ganti agen"
    lead="Kedudukan dan proyeknya tetap. Penetapan agen lama berakhir sehari sebelum penggantinya mulai."
    breadcrumbs={crumbsOf(decree)}
    form={form}
  >
    <PostForm form={form} action={`/keputusan/${decree.code}/ganti`} guarded>
      <HiddenFields form={form} names={['id', 'appointment_id']} />
      <FormPart title="Kedudukan">
        <SelectField form={form} name="seat_id" label="Kedudukan yang diisi" options={seats} width="full" />
        <DateField
          form={form}
          name="takes_over_on"
          label="Mulai"
          min={decree.fromOn}
          max={decree.untilOn}
          hint="Di dalam masa berlaku keputusan ini."
        />
        <TextArea form={form} name="reason" label="Alasan penggantian" rows={2} />
      </FormPart>
      <PersonFields form={form} units={units} />
      <Bar decree={decree} act="Ganti agen" />
    </PostForm>
  </ReadingPage>
)

/** Ending an appointment before its time. */
export const EndPage = ({ decree, form, row }: Omit<Props, 'units'> & { row: AppointmentRow }) => (
  <ReadingPage
    title="Akhiri penetapan"
    lead={`${row.name}, kedudukan ${row.seatNumber}. Kedudukan menjadi kosong; proyeknya tetap dan dapat diteruskan penggantinya.`}
    breadcrumbs={crumbsOf(decree)}
    form={form}
  >
    <PostForm form={form} action={`/keputusan/${decree.code}/agen/${row.id}/akhiri`}>
      <DateField form={form} name="until_on" label="Hari terakhir" min={row.fromOn} max={row.untilOn} />
      <TextArea form={form} name="reason" label="Alasan" rows={2} />
      <Bar decree={decree} act="Akhiri penetapan" kind="danger" />
    </PostForm>
  </ReadingPage>
)

const Bar = ({ decree, act, kind = 'primary' }: { decree: Decree; act: string; kind?: 'primary' | 'danger' }) => (
  <FormBar>
    <ButtonLink href={`/keputusan/${decree.code}`}>Batal</ButtonLink>
    <Button kind={kind}>{act}</Button>
  </FormBar>
)
