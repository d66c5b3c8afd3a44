import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { Assessment } from '../assessment.ts'
import { readyRubrics } from '../ready-rubrics.ts'
import { rubricGapOf } from '../rubric.ts'
import type { Rubric } from '../rubric-store.ts'

type Props = { assessment: Pick<Assessment, 'id' | 'title'>; form: Form; used: Rubric[] }

/** The rubrics that an assessment can begin from: ready ones, and those that the agency used before. */
export const rubricChoices = (used: readonly Rubric[]) => [
  ...readyRubrics.map(({ key, name, basis, remark }) => ({ value: key, label: name, hint: `${basis}. ${remark}` })),
  ...used.map(({ id, name, number, criteria }) => ({
    value: id,
    label: `${name}, versi ${number}`,
    hint: rubricGapOf(criteria) ?? `Pernah dipakai instansi ini; ${criteria.length} kriteria.`,
  })),
]

/** Another rubric in the place of the one that is there. */
export const TakeRubricPage = ({ assessment, form, used }: Props) => (
  <DeskPage
    title="Pakai rubrik lain"
    lead="Rubrik penilaian ini diganti seluruhnya. Rubrik yang sudah dipakai dalam penilaian lain tidak berubah."
    breadcrumbs={[
      { path: '/penilaian', label: 'Penilaian' },
      { path: `/penilaian/${assessment.id}`, label: assessment.title },
    ]}
    form={form}
  >
    <PostForm form={form} action={`/penilaian/${assessment.id}/rubrik/pilih`}>
      <HiddenFields form={form} names={['revision']} />
      <RadioFields form={form} name="key" label="Rubrik" choices={rubricChoices(used)} />
      <FormBar>
        <ButtonLink href={`/penilaian/${assessment.id}/rubrik`}>Batal</ButtonLink>
        <Button kind="primary">Pakai rubrik ini</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
