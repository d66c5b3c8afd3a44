import { asTyped, inFigures } from '#kit/decimal.ts'
import type { Form } from '#kit/form.ts'
import { activitiesOf, type Matrix } from '#project'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields, NumberField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Assessment } from '../assessment.ts'
import { markField } from '../forms.ts'
import type { AssessedProject } from '../panel-store.ts'
import type { Criterion } from '../rubric.ts'
import { type Marks, totalOf } from '../scoresheet.ts'
import { weightInWords } from './rubric-table.tsx'

/** What a judge reads of a project. Its agent is not named: what was done is judged. */
export type Reading = {
  presentCondition: string
  problem: string
  wantedCondition: string
  matrix: Matrix
  /** What was last reported of each activity, by its line. */
  reached: ReadonlyMap<string, { percent: number; value: string | null }>
}

type Of = { assessment: Assessment; project: AssessedProject; reading: Reading; form: Form }

const pathOf = ({ assessment, project }: Pick<Of, 'assessment' | 'project'>) =>
  `/penilaian/${assessment.id}/lembar/${project.code}`

const crumbsOf = ({ id, title }: Assessment) => [
  { path: '/penilaian', label: 'Penilaian' },
  { path: `/penilaian/${id}`, label: title },
]

/** Before a judge marks: is there a conflict of interest? */
export const DeclarationPage = (props: Of) => (
  <DeskPage
    title={props.project.title}
    lead={props.project.unitName}
    breadcrumbs={crumbsOf(props.assessment)}
    form={props.form}
  >
    <Section title="Sebelum menilai">
      <PostForm form={props.form} action={`${pathOf(props)}/pernyataan`}>
        <CheckboxField
          form={props.form}
          name="no_conflict"
          label="Saya tidak mempunyai benturan kepentingan dengan proyek ini"
          hint="Bukan proyek yang Anda bimbing, bukan milik kerabat, dan Anda tidak ikut mengerjakannya."
        />
        <div class="actions">
          <Button kind="primary">Mulai menilai</Button>
          <ButtonLink href={`${pathOf(props)}/benturan`}>Nyatakan benturan kepentingan</ButtonLink>
        </div>
      </PostForm>
    </Section>
    <AboutProject reading={props.reading} />
  </DeskPage>
)

/** The scoresheet: a mark for each criterion, the total, and a note. */
export function SheetPage({ criteria, marks, ...props }: Of & { criteria: Criterion[]; marks: Marks }) {
  const total = totalOf(criteria, marks)
  const weighed = criteria.map((criterion) => ({ ...criterion, id: markField(criterion) }))
  return (
    <DeskPage
      title={props.project.title}
      lead={`${props.project.unitName}. Penilai lain tidak melihat nilai ini sebelum mengirim lembarnya sendiri.`}
      breadcrumbs={crumbsOf(props.assessment)}
      form={props.form}
    >
      <AboutProject reading={props.reading} />
      <Section title="Lembar penilaian">
        <Island name="scoresheet" props={{ criteria: weighed }}>
          <PostForm form={props.form} action={pathOf(props)} guarded>
            <HiddenFields form={props.form} names={['revision']} />
            {criteria.map((criterion) => (
              <NumberField
                key={criterion.id}
                form={props.form}
                name={markField(criterion)}
                label={`${criterion.name} (bobot ${weightInWords(criterion.weight)})`}
                hint={criterion.description}
                unit={`dari ${asTyped(criterion.maxMark)}`}
              />
            ))}
            <p aria-live="polite">
              Jumlah berbobot: <strong data-total>{total ? inFigures(total) : 'belum lengkap'}</strong>
            </p>
            <TextArea
              form={props.form}
              name="note"
              label="Catatan"
              hint="Jelaskan nilai Anda: yang kuat, yang lemah, dan bukti yang Anda lihat."
              rows={5}
            />
            <FormBar state={<a href={`${pathOf(props)}/benturan`}>Nyatakan benturan kepentingan</a>}>
              <Button name="act" value="save">
                Simpan draf
              </Button>
              <Button kind="primary" name="act" value="send">
                Kirim nilai
              </Button>
            </FormBar>
          </PostForm>
        </Island>
      </Section>
    </DeskPage>
  )
}

const AboutProject = ({ reading }: { reading: Reading }) => (
  <Section title="Tentang proyek">
    <Facts
      long
      facts={[
        { term: 'Keadaan semula', detail: reading.presentCondition },
        { term: 'Masalah', detail: reading.problem },
        { term: 'Keadaan yang dituju', detail: reading.wantedCondition },
      ].filter(({ detail }) => detail !== '')}
    />
    <MoreWords label="Matriks rencana aksi">
      <DataTable
        caption="Kegiatan"
        rows={activitiesOf(reading.matrix)}
        keyOf={({ id }) => id}
        empty={<p>Matriks belum diisi.</p>}
        columns={[
          { header: 'Kegiatan', cell: ({ title }) => title },
          { header: 'Keluaran', cell: ({ output }) => output, priority: 2 },
          { header: 'Indikator', cell: ({ indicator, indicatorUnit }) => `${indicator} (${indicatorUnit})` },
          { header: 'Semula', cell: ({ baseline }) => (baseline === null ? '–' : asTyped(baseline)), align: 'end' },
          { header: 'Capaian', cell: ({ lineId }) => reachedInWords(reading.reached.get(lineId)), align: 'end' },
          { header: 'Target', cell: ({ target }) => (target === null ? '–' : asTyped(target)), align: 'end' },
        ]}
      />
    </MoreWords>
  </Section>
)

const reachedInWords = (reached: { percent: number; value: string | null } | undefined): string =>
  reached ? `${reached.value === null ? '–' : asTyped(reached.value)} (${reached.percent}%)` : '–'
