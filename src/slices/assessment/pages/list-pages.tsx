import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { PastSheet } from '../sheet-store.ts'
import type { AssessmentRow, LetterRow } from '../store.ts'
import { LetterLinks } from './after-choice.tsx'
import { stateShapes, stateWords } from './words.ts'

type ListProps = {
  rows: AssessmentRow[]
  letters: LetterRow[]
  announced: { id: string; title: string }[]
  /** Own sheets in panels on which the reader sits no more. */
  past: PastSheet[]
  mayBegin: boolean
}

/**
 * All assessments that one may read, and what else of them is one's own. That there are none is said only to whoever
 * finds nothing at all.
 */
export const AssessmentListPage = ({ rows, letters, announced, past, mayBegin }: ListProps) => (
  <DeskPage
    title="Penilaian"
    lead="Penilai menilai proyek perubahan dengan satu rubrik, lalu yang terbaik dipilih."
    actions={
      mayBegin && (
        <ButtonLink kind="primary" href="/penilaian/baru">
          Siapkan penilaian
        </ButtonLink>
      )
    }
  >
    {(rows.length > 0 || announced.length + letters.length + past.length === 0) && (
      <DataTable
        caption="Penilaian"
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="Belum ada penilaian">
            Sekretariat menyiapkan rubrik, penilai, dan proyeknya setelah proyek berjalan.
          </EmptyState>
        }
        columns={[
          { header: 'Penilaian', cell: (row) => <a href={`/penilaian/${row.id}`}>{row.title}</a> },
          { header: 'Program', cell: (row) => row.programmeName, priority: 2 },
          { header: 'Proyek', cell: (row) => row.projectCount, align: 'end', priority: 2 },
          {
            header: 'Keadaan',
            cell: (row) => (
              <>
                <State is={stateShapes[row.state]}>{stateWords[row.state]}</State>
                {row.chosenTitle && <span class="note">Terpilih: {row.chosenTitle}</span>}
              </>
            ),
          },
        ]}
      />
    )}
    {announced.length > 0 && (
      <Section title="Hasil yang diumumkan">
        <ul>
          {announced.map(({ id, title }) => (
            <li key={id}>
              <a href={`/penilaian/${id}/hasil`}>{title}</a>
            </li>
          ))}
        </ul>
      </Section>
    )}
    {letters.length > 0 && (
      <Section title="Umpan balik untuk proyek Anda">
        <ul>
          {letters.map(({ assessmentId, code, title }) => (
            <li key={`${assessmentId} ${code}`}>
              <LetterLinks path={`/penilaian/${assessmentId}`} code={code} title={title} />
            </li>
          ))}
        </ul>
      </Section>
    )}
    {past.length > 0 && (
      <Section title="Lembar Anda yang lalu" note="Anda tidak lagi menilai di sini">
        <ul>
          {past.map(({ assessmentId, assessmentTitle, code, title }) => (
            <li key={`${assessmentId} ${code}`}>
              <a href={`/penilaian/${assessmentId}/lembar/${code}/versi`}>{title}</a>, {assessmentTitle}
            </li>
          ))}
        </ul>
      </Section>
    )}
  </DeskPage>
)

type NewProps = { form: Form; programmes: Option[]; rubrics: Option[] }

/** The form of a new assessment; rubric and projects are proposed and can be changed afterwards. */
export const NewAssessmentPage = ({ form, programmes, rubrics }: NewProps) => (
  <ReadingPage
    title="Siapkan penilaian"
    lead="Rubrik dan proyek pelayanan publik yang berjalan atau selesai diusulkan; semuanya dapat diubah sebelum dibuka."
    breadcrumbs={[{ path: '/penilaian', label: 'Penilaian' }]}
    form={form}
  >
    <PostForm form={form} action="/penilaian">
      <HiddenFields form={form} names={['id']} />
      <TextField
        form={form}
        name="title"
        label="Nama penilaian"
        hint="Misalnya Penilaian Proyek Perubahan 2026."
        maxLength={200}
        autocomplete="off"
      />
      <SelectField form={form} name="programme_id" label="Program" options={programmes} />
      <SelectField form={form} name="rubric" label="Rubrik" options={rubrics} />
      <FormBar>
        <ButtonLink href="/penilaian">Batal</ButtonLink>
        <Button kind="primary">Siapkan penilaian</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
