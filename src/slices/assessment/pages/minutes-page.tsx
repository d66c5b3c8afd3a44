import { dayIn, dayInWords, instantInWords } from '#kit/date.ts'
import { asTyped, inFigures } from '#kit/decimal.ts'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { comparable, correct } from '../correction.ts'
import { signersOf } from '../minutes-paper.ts'
import type { AssessmentView } from '../view.ts'
import { AimNote } from './best-of-groups.tsx'
import { LateChanges } from './late-changes.tsx'
import { lapseInWords } from './late-words.ts'
import { MarksTable } from './marks-page.tsx'
import { Recused } from './panel-tables.tsx'
import { RankingNotes } from './ranking-notes.tsx'
import { RubricTable } from './rubric-table.tsx'
import { ChosenRules, competitionFacts } from './rule-list.tsx'
import { partingWords } from './words.ts'

type Props = { view: AssessmentView; agencyName: string; decidedBy: string | null }

/** Berita acara: everything on paper: panel, rubric, places, marks, recusals, rulings and the choice. */
export function MinutesPage({ view, agencyName, decidedBy }: Props) {
  const { zone } = useShell()
  const { assessment, programme, projects, panel } = view
  const projectOf = (id: string) => projects.find((project) => project.id === id)
  return (
    <DeskPage
      title="Berita acara penilaian"
      lead={`${agencyName}. ${assessment.title}, ${programme.name}.`}
      breadcrumbs={[
        { path: '/penilaian', label: 'Penilaian' },
        { path: `/penilaian/${assessment.id}`, label: assessment.title },
      ]}
    >
      <p class="screen-only quiet-words">
        Unduh sebagai <a href={`/penilaian/${assessment.id}/berita-acara.docx`}>DOCX</a> atau{' '}
        <a href={`/penilaian/${assessment.id}/berita-acara.pdf`}>PDF</a>, atau cetak dengan Ctrl+P; menu dan tombol
        tidak ikut tercetak.
      </p>
      <Facts
        facts={[
          ...(assessment.openedAt ? [{ term: 'Dibuka', detail: instantInWords(zone, assessment.openedAt) }] : []),
          { term: 'Proyek dinilai', detail: `${projects.length} proyek` },
          ...(assessment.closedReason ? [{ term: 'Ditutup tanpa pilihan', detail: assessment.closedReason }] : []),
        ]}
      />
      <Decision view={view} decidedBy={decidedBy} />
      <Section title="Peringkat">
        <DataTable
          caption="Peringkat"
          rows={view.ranking ?? []}
          keyOf={({ projectId }) => projectId}
          empty={<p>Tidak ada peringkat.</p>}
          columns={[
            {
              header: 'Proyek',
              cell: ({ projectId }) => (
                <>
                  {projectOf(projectId)?.title}
                  <span class="note">
                    {[projectOf(projectId)?.agentName, projectOf(projectId)?.unitName].filter(Boolean).join(', ')}
                  </span>
                  <AimNote view={view} projectId={projectId} />
                </>
              ),
            },
            {
              header: 'Peringkat',
              cell: ({ place, parting }) => (
                <>
                  {place ?? 'belum dapat diperingkat'}
                  {parting && <span class="note">{partingWords(parting)}</span>}
                </>
              ),
            },
            {
              header: 'Nilai',
              cell: ({ value, mean, isFinal }) => (
                <>
                  {value ? inFigures(value) : '–'}
                  {isFinal && mean && <span class="note">nilai akhir; rata-rata {inFigures(mean)}</span>}
                </>
              ),
              align: 'end',
            },
            {
              header: 'Selisih',
              cell: ({ spread, needsTalk }) =>
                `${spread ? inFigures(spread) : '–'}${needsTalk ? ', perlu dibahas' : ''}`,
              align: 'end',
            },
          ]}
        />
        <LateChanges view={view} />
        {view.rulings.map(({ projectId, reason, ruledAt }) => (
          <p key={ruledAt.getTime()}>
            Pada {dayInWords(dayIn(zone, ruledAt))} panel mendahulukan {projectOf(projectId)?.title}
            {lapseInWords({ projectId }, ruledAt, view.late)}: {reason}
          </p>
        ))}
        {view.finals.toReversed().map(({ projectId, value, reason, agreedAt }) => (
          <p key={agreedAt.getTime()}>
            Pada {dayInWords(dayIn(zone, agreedAt))} panel menyepakati nilai akhir {asTyped(value)} untuk{' '}
            {projectOf(projectId)?.title}
            {lapseInWords({ projectId }, agreedAt, view.late)}: {reason}
          </p>
        ))}
        {view.ranking && (
          <RankingNotes view={view} ranking={view.ranking} correction={correct(comparable(view.ranking))} />
        )}
      </Section>
      <Section title="Rubrik">
        <RubricTable criteria={view.criteria} />
      </Section>
      {projects.map((project) => (
        <Section key={project.id} title={project.title}>
          <MarksTable
            criteria={view.criteria}
            sheets={view.sheets.filter(({ projectId }) => projectId === project.id)}
            names={view.names}
          />
          {panel.recusals.some(({ projectId }) => projectId === project.id) && (
            <p>
              Tidak menilai: <Recused view={view} projectId={project.id} />
            </p>
          )}
        </Section>
      ))}
      <Section title="Tanda tangan">
        <DataTable
          caption="Tanda tangan"
          rows={signersOf(view, decidedBy)}
          keyOf={({ name, as }) => `${as} ${name}`}
          empty={null}
          columns={[
            { header: 'Nama', cell: ({ name }) => name },
            { header: 'Sebagai', cell: ({ as }) => as },
            {
              header: 'Tanda tangan',
              cell: () => <span aria-hidden="true">........................................</span>,
            },
          ]}
        />
      </Section>
    </DeskPage>
  )
}

function Decision({ view, decidedBy }: Pick<Props, 'view' | 'decidedBy'>) {
  const { zone } = useShell()
  const { choice } = view
  if (!choice) return null
  const project = view.projects.find(({ id }) => id === choice.projectId)
  return (
    <Section title="Putusan">
      <Facts
        facts={[
          { term: 'Proyek terbaik', detail: project?.title },
          { term: 'Agen dan unit', detail: [project?.agentName, project?.unitName].filter(Boolean).join(', ') },
          { term: 'Alasan', detail: choice.reason },
          ...(choice.departure ? [{ term: 'Mengapa bukan yang pertama', detail: choice.departure }] : []),
          ...competitionFacts(view, choice),
          ...(choice.despite ? [{ term: 'Mengapa tetap dipilih', detail: choice.despite }] : []),
          { term: 'Diputuskan', detail: instantInWords(zone, choice.decidedAt) },
          ...(decidedBy ? [{ term: 'Oleh', detail: decidedBy }] : []),
        ]}
      />
      <ChosenRules choice={choice} />
    </Section>
  )
}
