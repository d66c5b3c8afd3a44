import { inFigures } from '#kit/decimal.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { NumberField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { AssessedProject } from '../panel-store.ts'
import { type Ranked, rangeOf } from '../ranking.ts'
import type { AssessmentView } from '../view.ts'
import { talkInWords } from './ranking-words.ts'

type Props = { view: AssessmentView; project: AssessedProject; ranked: Ranked; form: Form }

/** The panel spoke about a project: on which value it agreed, and why. */
export function ConsensusPage({ view, project, ranked, form }: Props) {
  const back = `/penilaian/${view.assessment.id}/peringkat/${project.code}`
  return (
    <DeskPage
      title="Catat nilai akhir"
      lead={project.title}
      breadcrumbs={[
        { path: '/penilaian', label: 'Penilaian' },
        { path: `/penilaian/${view.assessment.id}`, label: view.assessment.title },
        { path: back, label: project.title },
      ]}
      form={form}
    >
      <p>
        Nilai akhir dipakai untuk peringkat. Nilai setiap penilai dan rata-ratanya tidak berubah dan tetap ditampilkan
        di sampingnya, juga dalam berita acara.
      </p>
      <Facts
        facts={[
          { term: 'Rata-rata penilai', detail: ranked.mean ? inFigures(ranked.mean) : '–' },
          { term: 'Yang dibahas', detail: talkInWords(ranked, view.names) || '–' },
        ]}
      />
      <PostForm form={form} action={`/penilaian/${view.assessment.id}/nilai-akhir/${project.code}`} guarded>
        <NumberField
          form={form}
          name="value"
          label="Nilai akhir"
          unit={`dari ${inFigures(rangeOf(view.criteria).most, 0)}`}
        />
        <TextArea
          form={form}
          name="reason"
          label="Alasan panel"
          hint="Apa yang dibahas, dan mengapa nilai ini yang disepakati."
        />
        <FormBar>
          <ButtonLink href={back}>Batal</ButtonLink>
          <Button kind="primary">Catat nilai akhir</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}
