import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { countInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { CheckboxField, CheckboxFields } from '#web/choices.tsx'
import { FieldRow, HiddenFields, NumberField, TimeField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Draft } from '../plan-view.ts'
import { clockOf, type Sitting } from '../sitting.ts'
import type { Unplaced } from '../slot-plan.ts'
import type { Candidate } from '../view.ts'
import { CandidateFields } from './sitting-form-page.tsx'
import { hour, hoursInWords } from './words.ts'

type Props = { form: Form; sittings: Sitting[]; candidates: Candidate[]; draft: Draft | null }

/** What an automatic schedule is to keep to, and the schedule that comes of it before it is kept. */
export const PlanPage = ({ form, sittings, candidates, draft }: Props) => (
  <DeskPage
    title="Susun jadwal otomatis"
    lead="Agen, anggota tim, atasan, dan penilai tidak pernah berada di dua paparan sekaligus, dan waktu berhalangan mereka dihindari."
    breadcrumbs={[{ path: '/paparan', label: 'Sidang paparan' }]}
    actions={<ButtonLink href="/paparan/halangan">Waktu berhalangan</ButtonLink>}
    form={form}
  >
    {sittings.length === 0 ? (
      <EmptyState
        title="Belum ada sidang yang akan datang"
        act={
          <ButtonLink kind="primary" href="/paparan/baru">
            Jadwalkan sidang
          </ButtonLink>
        }
      >
        Jadwalkan dahulu hari, jam, dan ruangnya, satu sidang untuk setiap ruang. Proyeknya dapat dikosongkan.
      </EmptyState>
    ) : (
      <PostForm form={form} action="/paparan/rencana">
        <EnterButton name="act" value="preview" />
        {draft && <Preview draft={draft} />}
        <HiddenFields form={form} names={['plan']} />
        <FormPart title="Sidang" note="Setiap sidang satu ruang; beberapa dapat berjalan bersamaan.">
          <CheckboxFields
            form={form}
            name="sitting_ids"
            label="Sidang yang diisi"
            choices={sittings.map((sitting) => ({
              value: sitting.id,
              label: sitting.title,
              hint: [placeOf(sitting), hoursOf(sitting)].join(' · '),
            }))}
          />
          <FieldRow>
            <TimeField form={form} name="rest_from" label="Istirahat siang mulai" optional />
            <TimeField form={form} name="rest_until" label="Istirahat siang selesai" optional />
          </FieldRow>
          <FieldRow>
            <TimeField form={form} name="pause_from" label="Rehat lain mulai" optional />
            <TimeField form={form} name="pause_until" label="Rehat lain selesai" optional />
          </FieldRow>
        </FormPart>
        <FormPart title="Paparan">
          <CandidateFields form={form} candidates={candidates} />
          <NumberField form={form} name="gap" label="Jeda antarpaparan" unit="menit" width={4} whole />
          <CheckboxField
            form={form}
            name="replan"
            label="Susun ulang juga paparan yang sudah dijadwalkan dalam sidang ini"
            hint="Yang sudah dimulai, diputuskan, atau ditempatkan dengan tangan tetap di jamnya."
            optional
          />
        </FormPart>
        <FormBar>
          <ButtonLink href="/paparan">Batal</ButtonLink>
          <Button {...(!draft && { kind: 'primary' })} name="act" value="preview">
            {draft ? 'Susun lagi' : 'Lihat jadwalnya'}
          </Button>
          {draft && draft.plan.placed.length > 0 && (
            <Button kind="primary" name="act" value="keep">
              Simpan jadwal
            </Button>
          )}
        </FormBar>
      </PostForm>
    )}
  </DeskPage>
)

const placeOf = ({ place }: Sitting) => place || 'Daring'
const hoursOf = ({ heldOn, beginsAt, endsAt }: Sitting) =>
  `${weekdayInWords(heldOn)}, ${hoursInWords({ from: beginsAt, until: endsAt })}`

function Preview({ draft: { plan, sittings, subjects, names } }: { draft: Draft }) {
  const titleOf = (id: string) => subjects.get(id)?.title ?? ''
  const named = (ids: string[]) => ids.map((id) => names.get(id) ?? '').join(', ')
  const { placed, unplaced } = plan
  return (
    <Section title="Jadwal yang diusulkan" note={`${placed.length} dari ${placed.length + unplaced.length} paparan`}>
      {unplaced.length > 0 && (
        <Alert kind="soon" title={`${countInWords(unplaced.length)} paparan tidak mendapat jam`}>
          <ul>
            {unplaced.map((one) => (
              <li key={one.id}>
                {titleOf(one.id)}: {reasonInWords(one, named(one.people))}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <DataTable
        caption="Jadwal yang diusulkan"
        rows={placed}
        keyOf={({ id }) => id}
        empty={
          <p>
            {unplaced.length > 0
              ? 'Tidak ada paparan yang mendapat jam.'
              : 'Tidak ada yang perlu disusun. Pilih proyek, atau susun ulang yang sudah dijadwalkan dan belum ditempatkan dengan tangan.'}
          </p>
        }
        columns={[
          {
            header: 'Proyek',
            cell: ({ id }) => (
              <>
                {titleOf(id)}
                <span class="note">{subjects.get(id)?.people.find((one) => one.as === 'agent')?.name}</span>
              </>
            ),
          },
          { header: 'Jam', cell: ({ from }) => hour(clockOf(from)) },
          {
            header: 'Sidang',
            cell: ({ roomId, day }) => (
              <>
                {sittings.find(({ id }) => id === roomId)?.title}
                <span class="note">{weekdayInWords(day)}</span>
              </>
            ),
          },
          { header: 'Keadaan', cell: (one) => changeOf(one.id, one.roomId, clockOf(one.from), subjects), priority: 2 },
        ]}
      />
    </Section>
  )
}

function changeOf(id: string, roomId: string, beginsAt: string, subjects: Draft['subjects']): string {
  const slot = subjects.get(id)?.slot
  if (!slot) return 'Baru'
  return slot.sittingId === roomId && slot.row.beginsAt === beginsAt ? 'Tetap' : 'Dipindahkan'
}

/** Why something has no slot. */
function reasonInWords({ why, people }: Unplaced, names: string): string {
  if (why === 'full') return 'tidak ada jam kosong dalam sidang yang dipilih.'
  if (why === 'absent') return `${names} berhalangan, atau berada di paparan lain, pada jam-jam yang ada.`
  return people.length === 0
    ? 'semua jam yang dapat dihadiri sudah terisi.'
    : `pada jam yang masih kosong, ${names} berada di paparan lain.`
}

/** What the form begins with: everything that is to come and everything that waits. */
export const planDefaults = (sittings: Sitting[], candidates: Candidate[]) => ({
  sitting_ids: sittings.map(({ id }) => id),
  codes: candidates.map(({ code }) => code),
  ...{ minutes: '20', gap: '5', rest_from: '12:00', rest_until: '13:00' },
})
