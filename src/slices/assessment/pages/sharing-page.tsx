import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields, NumberField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { Assessment } from '../assessment.ts'
import { fewestPerProject, proposedPerProject, sheetsEach } from '../assignment.ts'
import { sheetsInWords } from './words.ts'

type Props = { assessment: Pick<Assessment, 'id' | 'title'>; form: Form; judges: number; projects: number }

/** Whether every judge marks every project, and how many do where not. */
export function SharingPage({ assessment, form, judges, projects }: Props) {
  const proposed = proposedPerProject(judges, projects)
  return (
    <DeskPage
      title="Pembagian lembar"
      lead={`${projects} proyek, ${judges} penilai.`}
      breadcrumbs={[
        { path: '/penilaian', label: 'Penilaian' },
        { path: `/penilaian/${assessment.id}`, label: assessment.title },
      ]}
      form={form}
    >
      <p>{proposalInWords(judges, projects, proposed)}</p>
      <PostForm form={form} action={`/penilaian/${assessment.id}/pembagian`}>
        <HiddenFields form={form} names={['revision']} />
        <RadioFields
          form={form}
          name="way"
          label="Siapa menilai apa"
          choices={[
            {
              value: 'all',
              label: 'Semua penilai menilai semua proyek',
              hint: `Paling banyak ${projects} lembar per penilai. Paling adil, dan tidak memerlukan koreksi.`,
            },
            {
              value: 'some',
              label: 'Setiap proyek dinilai sebagian penilai',
              hint: 'Lembar dibagi menurut beban dan bidang; benturan kepentingan diperhitungkan lebih dahulu.',
            },
          ]}
        />
        <NumberField
          form={form}
          name="per_project"
          label="Penilai untuk setiap proyek"
          hint={`Paling sedikit ${fewestPerProject}; diisi bila lembar dibagi.`}
          unit="penilai"
          width={4}
          whole
          optional
        />
        <FormBar>
          <ButtonLink href={`/penilaian/${assessment.id}`}>Batal</ButtonLink>
          <Button kind="primary">Simpan pembagian</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

const proposalInWords = (judges: number, projects: number, proposed: number | null): string =>
  proposed === null
    ? 'Usul: semua penilai menilai semua proyek.'
    : `Usul: ${proposed} penilai untuk setiap proyek, yaitu sekitar ${sheetsInWords(sheetsEach(judges, projects, proposed))} per penilai. Bila semua menilai semua, setiap penilai mengisi paling banyak ${projects} lembar.`
