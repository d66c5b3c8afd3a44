import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { titleOf } from '#project'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { FieldRow, SelectField, TimeField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { PresentationRow } from '../presentation-store.ts'
import type { ScheduledSlot } from '../schedule-view.ts'
import { type Sitting, timeOf } from '../sitting.ts'
import { hour, hoursInWords } from './words.ts'

type Props = {
  form: Form
  sitting: Sitting
  slot: PresentationRow
  sittings: Sitting[]
  /** The slots with which it may change places. */
  others: ScheduledSlot[]
}

/** Where a slot goes: another sitting or hour, or the place of another slot. */
export const MovePage = ({ form, sitting, slot, sittings, others }: Props) => (
  <DeskPage
    title="Pindahkan paparan"
    lead={`${titleOf(slot)}, sekarang ${sitting.title}, ${weekdayInWords(sitting.heldOn)} pukul ${hoursInWords(timeOf(slot))}.`}
    breadcrumbs={[
      { path: '/paparan', label: 'Sidang paparan' },
      { path: `/paparan/papan?hari=${sitting.heldOn}`, label: 'Papan jadwal' },
    ]}
    form={form}
  >
    <PostForm form={form} action={`/paparan/${sitting.id}/pindah/${slot.id}`}>
      <EnterButton />
      <FormPart title="Jam lain" note="Yang diundang menerima undangan baru.">
        <FieldRow>
          <SelectField
            form={form}
            name="sitting_id"
            label="Sidang"
            options={sittings.map(({ id, title, heldOn, beginsAt, endsAt }) => ({
              value: id,
              label: `${title}, ${weekdayInWords(heldOn)}, ${hoursInWords({ from: beginsAt, until: endsAt })}`,
            }))}
          />
          <TimeField form={form} name="begins_at" label="Mulai" />
        </FieldRow>
      </FormPart>
      <FormPart title="Tukar" note="Bila diisi, kedua paparan bertukar tempat dan jam di atas tidak dipakai.">
        <SelectField
          form={form}
          name="swap_with"
          label="Tukar dengan"
          empty="Tidak ditukar"
          options={others.map(({ id, title, row, sittingTitle }) => ({
            value: id,
            label: `${hour(row.from)} ${title}, ${sittingTitle}`,
          }))}
          optional
        />
      </FormPart>
      <FormBar>
        <ButtonLink href={`/paparan/papan?hari=${sitting.heldOn}`}>Batal</ButtonLink>
        <Button kind="primary">Pindahkan</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
