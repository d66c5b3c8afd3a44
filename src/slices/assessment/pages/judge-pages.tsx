import type { Form } from '#kit/form.ts'
import { CandidateFields, CandidateSearch, type listCandidates } from '#people'
import type { ReformArea } from '#programme'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields, RadioFields } from '#web/choices.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Assessment } from '../assessment.ts'
import type { AssessedProject } from '../panel-store.ts'
import { lateWords } from './late-words.ts'

type Of = { assessment: Pick<Assessment, 'id' | 'title'>; form: Form; path: string }

const crumbsOf = ({ id, title }: Of['assessment']) => [
  { path: '/penilaian', label: 'Penilaian' },
  { path: `/penilaian/${id}`, label: title },
]

type JudgeProps = Of & {
  words: string
  candidates: Awaited<ReturnType<typeof listCandidates>>
  areas: readonly ReformArea[]
  /** In whose place, after it was opened; and whether the marks can be seen already. */
  replaces?: { name: string; isLate: boolean }
}

/** Names one judge after another, or one in the place of another. */
export const JudgePage = ({ assessment, form, path, words, candidates, areas, replaces }: JudgeProps) => (
  <DeskPage
    title={replaces ? 'Ganti penilai' : 'Tunjuk penilai'}
    lead={
      replaces
        ? `Menggantikan ${replaces.name} dalam penilaian ini. Lembarnya yang sudah dikirim tetap sah; penggantinya mulai dari lembar kosong${replaces.isLate ? ` dan tidak melihat nilai penilai lain sebelum mengirimnya. ${lateWords}` : '.'}`
        : 'Paling sedikit tiga orang. Penilai tidak menilai proyek dari unit kerjanya sendiri atau dari unit di bawah unit yang dipimpinnya; hanya pimpinan unit teratas menilai proyek dari semua unit di bawahnya.'
    }
    breadcrumbs={crumbsOf(assessment)}
    form={form}
  >
    <CandidateSearch action={path} words={words} />
    <PostForm form={form} action={words ? `${path}?cari=${encodeURIComponent(words)}` : path}>
      <CandidateFields form={form} name="person_id" label="Pegawai" candidates={candidates} />
      <CheckboxFields
        form={form}
        name="fields"
        label="Bidang yang dikuasai (boleh dikosongkan)"
        hint="Bila lembar dibagi, proyek dari bidang ini didahulukan untuknya."
        choices={areas.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {replaces?.isLate && <TextArea form={form} name="reason" label="Alasan mengganti" />}
      <FormBar>
        <ButtonLink href={`/penilaian/${assessment.id}`}>Batal</ButtonLink>
        <Button kind="primary">{replaces ? 'Ganti penilai' : 'Tunjuk penilai'}</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

/** Keeps a judge from one project after it was opened: of those that the judge does not stay out of already. */
export const KeepOutPage = ({
  assessment,
  form,
  path,
  name,
  projects,
  isLate,
}: Of & { name: string; projects: AssessedProject[]; isLate: boolean }) => (
  <DeskPage
    title="Kecualikan dari satu proyek"
    lead={`${name} tidak lagi menilai proyek yang dipilih. Lembarnya untuk proyek itu, bila sudah dikirim, tidak dihitung lagi.${isLate ? ` ${lateWords}` : ''}`}
    breadcrumbs={crumbsOf(assessment)}
    form={form}
  >
    {projects.length === 0 ? (
      <EmptyState title="Tidak ada proyek yang dapat dipilih">{name} sudah tidak menilai satu proyek pun.</EmptyState>
    ) : (
      <PostForm form={form} action={path}>
        <RadioFields
          form={form}
          name="project_id"
          label="Proyek"
          choices={projects.map(({ id, title, unitName }) => ({ value: id, label: title, hint: unitName }))}
        />
        <TextArea form={form} name="reason" label="Benturan kepentingan yang ditemukan" />
        <FormBar>
          <ButtonLink href={`/penilaian/${assessment.id}`}>Batal</ButtonLink>
          <Button kind="danger">Kecualikan</Button>
        </FormBar>
      </PostForm>
    )}
  </DeskPage>
)
