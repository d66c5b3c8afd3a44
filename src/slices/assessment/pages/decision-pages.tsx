import { inFigures } from '#kit/decimal.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, MoreWords, Section } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import { aimsInWords, type Eligibility, eligibilityWords, noCategory } from '../choice.ts'
import { type Ranked, sharesPlace } from '../ranking.ts'
import type { AssessmentView } from '../view.ts'
import { BestByCategory } from './best-of-groups.tsx'
import { LateChanges } from './late-changes.tsx'
import { RuleList } from './rule-list.tsx'
import { partingWords } from './words.ts'

type Of = { view: AssessmentView; form: Form }

const crumbsOf = ({ assessment: { id, title } }: AssessmentView) => [
  { path: '/penilaian', label: 'Penilaian' },
  { path: `/penilaian/${id}`, label: title },
]

const titleIn = ({ projects }: AssessmentView, projectId: string) =>
  projects.find(({ id }) => id === projectId)?.title ?? ''

const choiceOf = (view: AssessmentView, ranked: Ranked, eligibility?: Eligibility) => ({
  value: ranked.projectId,
  label: titleIn(view, ranked.projectId),
  hint: [
    placeOf(ranked),
    ...(eligibility ? [`KIPP: ${eligibilityWords[eligibility.state]}`] : []),
    ...(eligibility ? [aimsInWords(view.aimed, ranked.projectId).join('; ') || noCategory.name] : []),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' '),
})

const placeOf = ({ place, value, parting, totals }: Ranked): string =>
  [`Peringkat ${place}`, value && `nilai ${inFigures(value)}`, `${totals.length} lembar`, partingWords(parting)]
    .filter(Boolean)
    .join('; ')

type ChoiceProps = Of & { among: Ranked[]; eligibility: ReadonlyMap<string, Eligibility> }

/** The choice of the best among those that concern public service, with its reason. */
export function ChoicePage({ view, form, among, eligibility }: ChoiceProps) {
  const path = `/penilaian/${view.assessment.id}`
  return (
    <DeskPage
      title="Putuskan proyek terbaik"
      lead="Dipilih di antara proyek yang menyangkut pelayanan publik. Syarat kompetisi nasional (KIPP) diperiksa menurut edisi yang masih akan ditutup."
      breadcrumbs={crumbsOf(view)}
      form={form}
    >
      {among.length === 0 ? (
        <EmptyState title="Tidak ada proyek yang dapat dipilih">
          Tidak ada proyek pelayanan publik yang mempunyai peringkat.
        </EmptyState>
      ) : (
        <>
          <LateChanges view={view} />
          <PostForm form={form} action={`${path}/putusan`} guarded>
            <HiddenFields form={form} names={['revision']} />
            <RadioFields
              form={form}
              name="project_id"
              label="Proyek"
              choices={among.map((ranked) => choiceOf(view, ranked, eligibility.get(ranked.projectId)))}
            />
            <Candidates {...{ view, among, eligibility }} />
            <TextArea form={form} name="reason" label="Alasan pilihan" />
            <TextArea
              form={form}
              name="departure"
              label="Mengapa bukan yang pertama"
              hint="Wajib diisi bila yang dipilih bukan peringkat teratas pada daftar di atas."
              optional
            />
            <TextArea
              form={form}
              name="despite"
              label="Mengapa dipilih meski belum memenuhi syarat KIPP"
              hint="Wajib diisi bila proyek yang dipilih belum dapat masuk kompetisi nasional."
              optional
            />
            <FormBar>
              <ButtonLink href={path}>Batal</ButtonLink>
              <Button kind="primary">Putuskan</Button>
            </FormBar>
          </PostForm>
        </>
      )}
    </DeskPage>
  )
}

/** Of each candidate, rule by rule, whether it can enter the competition; and the first of each category. */
const Candidates = ({ view, among, eligibility }: Omit<ChoiceProps, 'form'>) => (
  <Section title="Bahan putusan">
    {among.map(({ projectId }) => {
      const one = eligibility.get(projectId)
      return one ? (
        <MoreWords key={projectId} label={`Syarat KIPP ${titleIn(view, projectId)}`}>
          {one.rules.length > 0 ? <RuleList rules={one.rules} /> : <p>{one.reasons.join(' ')}</p>}
        </MoreWords>
      ) : null
    })}
    <BestByCategory view={view} />
  </Section>
)

/** The panel says which of equal projects goes first. */
export function TiePage({ view, form }: Of) {
  const path = `/penilaian/${view.assessment.id}`
  const shared = (view.ranking ?? []).filter(sharesPlace)
  return (
    <DeskPage
      title="Tentukan urutan proyek yang seri"
      lead="Kriteria pemecah seri dan mayoritas penilai tidak memisahkan proyek ini. Panel menentukannya dengan alasan tertulis."
      breadcrumbs={crumbsOf(view)}
      form={form}
    >
      {shared.length === 0 ? (
        <EmptyState title="Tidak ada proyek yang berbagi peringkat">Semua peringkat sudah berbeda.</EmptyState>
      ) : (
        <PostForm form={form} action={`${path}/urutan`}>
          <RadioFields
            form={form}
            name="project_id"
            label="Proyek yang didahulukan"
            choices={shared.map((ranked) => choiceOf(view, ranked))}
          />
          <TextArea form={form} name="reason" label="Alasan panel" />
          <FormBar>
            <ButtonLink href={path}>Batal</ButtonLink>
            <Button kind="primary">Catat urutan</Button>
          </FormBar>
        </PostForm>
      )}
    </DeskPage>
  )
}

type ReasonProps = {
  form: Form
  title: string
  lead: string
  label: string
  act: string
  action: string
  back: { path: string; label: string }
}

/** One question: the reason for an act that is hard to undo. */
export const ReasonPage = ({ form, title, lead, label, act, action, back }: ReasonProps) => (
  <DeskPage title={title} lead={lead} breadcrumbs={[{ path: '/penilaian', label: 'Penilaian' }, back]} form={form}>
    <PostForm form={form} action={action}>
      <TextArea form={form} name="reason" label={label} />
      <FormBar>
        <ButtonLink href={back.path}>Batal</ButtonLink>
        <Button kind="danger">{act}</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)
