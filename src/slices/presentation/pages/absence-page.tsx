import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { ActButton, Button } from '#web/button.tsx'
import { DateField, FieldRow, HiddenFields, type Option, SelectField, TimeField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Absence } from '../clash.ts'
import { hoursInWords } from './words.ts'

type Props = {
  form: Form
  absences: Absence[]
  /** Those for whom it may be said; null where whoever asks says it for themselves alone. */
  persons: Option[] | null
}

/** When people can be at no presentation. Why is not asked. */
export const AbsencePage = ({ form, absences, persons }: Props) => (
  <DeskPage
    title="Waktu berhalangan"
    lead="Jadwal paparan menghindari waktu ini. Sebabnya tidak perlu ditulis."
    breadcrumbs={[{ path: '/paparan', label: 'Sidang paparan' }]}
    form={form}
  >
    <PostForm form={form} action="/paparan/halangan">
      <HiddenFields form={form} names={persons ? ['id'] : ['id', 'person_id']} />
      {persons && <SelectField form={form} name="person_id" label="Yang berhalangan" options={persons} />}
      <DateField form={form} name="on_day" label="Hari" />
      <FieldRow>
        <TimeField form={form} name="begins_at" label="Mulai" />
        <TimeField form={form} name="ends_at" label="Selesai" />
      </FieldRow>
      <div class="actions">
        <Button kind="primary">Catat waktu berhalangan</Button>
      </div>
    </PostForm>
    <Section title="Yang sudah dicatat">
      <DataTable
        caption="Waktu berhalangan"
        rows={absences}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Belum ada yang dicatat" />}
        columns={[
          { header: 'Pegawai', cell: ({ name }) => name },
          { header: 'Hari', cell: ({ onDay }) => weekdayInWords(onDay) },
          { header: 'Jam', cell: ({ beginsAt, endsAt }) => hoursInWords({ from: beginsAt, until: endsAt }) },
          {
            header: 'Tindakan',
            cell: ({ id }) => (
              <ActButton kind="quiet" action={`/paparan/halangan/${id}/hapus`}>
                Hapus
              </ActButton>
            ),
          },
        ]}
      />
    </Section>
  </DeskPage>
)
