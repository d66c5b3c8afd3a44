import { Fragment } from 'preact'
import { asTyped, inFigures } from '#kit/decimal.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Assessment } from '../assessment.ts'
import { commentField, markField } from '../forms.ts'
import type { AssessedProject } from '../panel-store.ts'
import type { Reading } from '../reading-view.ts'
import { type Criterion, commentInWords, levelsInWords } from '../rubric.ts'
import { type Marks, totalOf } from '../scoresheet.ts'
import { AboutProject } from './about-project.tsx'
import { weightInWords } from './rubric-table.tsx'

type Of = { assessment: Assessment; project: AssessedProject; form: Form }

const pathOf = ({ assessment, project }: Pick<Of, 'assessment' | 'project'>) =>
  `/penilaian/${assessment.id}/lembar/${project.code}`

const crumbsOf = ({ id, title }: Assessment) => [
  { path: '/penilaian', label: 'Penilaian' },
  { path: `/penilaian/${id}`, label: title },
]

/**
 * Before a judge reads or marks: is there a conflict of interest? Nothing of the project is shown but what one must
 * know to answer: its title and unit, and who made it.
 */
export const DeclarationPage = (props: Of & { people: string[] }) => (
  <DeskPage
    title={props.project.title}
    lead={props.project.unitName}
    breadcrumbs={crumbsOf(props.assessment)}
    form={props.form}
  >
    <Section title="Sebelum menilai">
      <Facts facts={[{ term: 'Dikerjakan oleh', detail: props.people.join('; ') || '–' }]} />
      <p>Uraian, eviden, dan dokumentasi proyek tampil setelah pernyataan ini.</p>
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
  </DeskPage>
)

type SheetProps = Of & { reading: Reading; criteria: Criterion[]; marks: Marks; hasVersions: boolean; autosave: string }

/** The scoresheet: a mark for each criterion, the total, and a note. */
export function SheetPage({ criteria, marks, ...props }: SheetProps) {
  const total = totalOf(criteria, marks)
  const weighed = criteria.map((criterion) => {
    const { weight, minMark, maxMark } = criterion
    return { id: markField(criterion), weight, minMark, maxMark }
  })
  return (
    <DeskPage
      title={props.project.title}
      lead={`${props.project.unitName}. Penilai lain tidak melihat nilai ini sebelum mengirim lembarnya sendiri.`}
      breadcrumbs={crumbsOf(props.assessment)}
      form={props.form}
    >
      <div class="marking">
        <AboutProject reading={props.reading} />
        <Section title="Lembar penilaian">
          <Island name="scoresheet" props={{ criteria: weighed }}>
            <PostForm form={props.form} action={pathOf(props)} guarded autosave={props.autosave}>
              <HiddenFields form={props.form} names={['revision']} />
              {criteria.map((criterion) => (
                <Fragment key={criterion.id}>
                  <NumberField
                    form={props.form}
                    name={markField(criterion)}
                    label={`${criterion.name} (bobot ${weightInWords(criterion.weight)})`}
                    hint={[criterion.description, ...levelsInWords(criterion)].join(' ')}
                    unit={`dari ${asTyped(criterion.maxMark)}`}
                  />
                  {commentInWords(criterion) && (
                    <TextField
                      form={props.form}
                      name={commentField(criterion)}
                      label={`Alasan nilai ${criterion.name}`}
                      hint={`Wajib untuk nilai ${commentInWords(criterion)}.`}
                      autocomplete="off"
                      maxLength={1000}
                      optional
                    />
                  )}
                </Fragment>
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
              {/* Not in the bar, where how saving stands would take their place. */}
              <p>
                <a href={`${pathOf(props)}/benturan`}>Nyatakan benturan kepentingan</a>
                {props.hasVersions && (
                  <>
                    {', '}
                    <a href={`${pathOf(props)}/versi`}>Versi sebelumnya</a>
                  </>
                )}
              </p>
              <FormBar>
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
      </div>
    </DeskPage>
  )
}
