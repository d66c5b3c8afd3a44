import { instantInWords } from '#kit/date.ts'
import { asTyped, inFigures } from '#kit/decimal.ts'
import { Alert } from '#web/alert.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { countingFinals } from '../consensus.ts'
import type { AssessedProject } from '../panel-store.ts'
import type { Ranked } from '../ranking.ts'
import type { Criterion } from '../rubric.ts'
import { totalOf } from '../scoresheet.ts'
import type { SubmittedSheet } from '../sheet-store.ts'
import type { AssessmentView } from '../view.ts'
import { LateChanges } from './late-changes.tsx'
import { Recused } from './panel-tables.tsx'
import { talkInWords } from './ranking-words.ts'
import { weightInWords } from './rubric-table.tsx'
import { partingWords } from './words.ts'

type Props = { view: AssessmentView; project: AssessedProject; sheets: SubmittedSheet[] }

/** What makes the place of one project: every mark of every judge whose sheet the reader may see. */
export function MarksPage({ view, project, sheets }: Props) {
  const ranked = view.ranking?.find(({ projectId }) => projectId === project.id)
  const rulings = view.rulings.filter(({ projectId }) => projectId === project.id)
  return (
    <DeskPage
      title={project.title}
      lead={project.unitName}
      breadcrumbs={[
        { path: '/penilaian', label: 'Penilaian' },
        { path: `/penilaian/${view.assessment.id}`, label: view.assessment.title },
      ]}
    >
      {ranked ? (
        <Outcome view={view} project={project} ranked={ranked} />
      ) : (
        <Alert>
          Peringkat tampil setelah semua lembar dikirim. Yang tampil di bawah ini lembar yang sudah terkirim.
        </Alert>
      )}
      <LateChanges view={view} projectId={project.id} />
      <Section title="Nilai menurut penilai">
        <MarksTable criteria={view.criteria} sheets={sheets} names={view.names} />
      </Section>
      <Section title="Catatan penilai">
        <Facts
          long
          facts={sheets.map((sheet) => ({
            term: view.names.get(sheet.judgeId) ?? '',
            detail: <Explained criteria={view.criteria} sheet={sheet} />,
          }))}
        />
        {sheets.some(({ judgeId }) => judgeId === view.personId) && (
          <p>
            <a href={`/penilaian/${view.assessment.id}/lembar/${project.code}/versi`}>Versi lembar Anda</a>
          </p>
        )}
      </Section>
      {view.panel.recusals.some(({ projectId }) => projectId === project.id) && (
        <Section title="Tidak menilai">
          <Recused view={view} projectId={project.id} />
        </Section>
      )}
      {rulings.length > 0 && (
        <Section title="Keputusan panel tentang urutan">
          {rulings.map(({ reason }) => (
            <p key={reason}>{reason}</p>
          ))}
        </Section>
      )}
    </DeskPage>
  )
}

/** What a judge wrote: about the whole, and why single marks are so low or so high. */
const Explained = ({ criteria, sheet: { note, comments } }: { criteria: Criterion[]; sheet: SubmittedSheet }) => (
  <>
    {note || '–'}
    {criteria
      .filter(({ id }) => comments.has(id))
      .map(({ id, name }) => (
        <div key={id}>
          {name}: {comments.get(id)}
        </div>
      ))}
  </>
)

const Outcome = ({ view, project, ranked }: Omit<Props, 'sheets'> & { ranked: Ranked }) => (
  <>
    <Facts
      facts={[
        { term: 'Peringkat', detail: ranked.place ?? 'Belum dapat diperingkat: kurang dari dua lembar yang sah' },
        ...(ranked.isFinal && ranked.value ? [{ term: 'Nilai akhir', detail: inFigures(ranked.value) }] : []),
        {
          term: 'Rata-rata penilai',
          detail: ranked.mean ? `${inFigures(ranked.mean)}, dari ${ranked.totals.length} lembar` : '–',
        },
        { term: 'Selisih', detail: ranked.spread ? inFigures(ranked.spread) : '–' },
        ...(ranked.parting ? [{ term: 'Penentu', detail: partingWords(ranked.parting) }] : []),
      ]}
    />
    {ranked.needsTalk && (
      <Alert kind="soon" title="Perlu dibahas">
        Nilai penilai berjauhan: {talkInWords(ranked, view.names)}.
      </Alert>
    )}
    <Agreed view={view} project={project} />
    {ranked.place !== null && view.assessment.state === 'open' && view.may('decide') && (
      <p>
        <a href={`/penilaian/${view.assessment.id}/nilai-akhir/${project.code}`}>
          {ranked.isFinal ? 'Ubah nilai akhir hasil musyawarah' : 'Catat nilai akhir hasil musyawarah'}
        </a>
      </p>
    )}
  </>
)

/** On what the panel agreed, the latest first; the first counts unless a judge was kept out since. */
function Agreed({ view, project }: Omit<Props, 'sheets'>) {
  const { zone } = useShell()
  const finals = view.finals.filter(({ projectId }) => projectId === project.id)
  const counting = countingFinals(finals, view.late)
  if (finals.length === 0) return null
  return (
    <Section title="Nilai akhir hasil musyawarah">
      <Facts
        long
        facts={finals.map((final) => ({
          term: instantInWords(zone, final.agreedAt),
          detail: `${asTyped(final.value)}${counting.includes(final) ? '' : ' (tidak berlaku lagi)'}. ${final.reason}`,
        }))}
      />
    </Section>
  )
}

type TableProps = { criteria: Criterion[]; sheets: SubmittedSheet[]; names: ReadonlyMap<string, string> }
type Row = { id: string; name: string; weight: string; of: (sheet: SubmittedSheet) => string }

/** Criteria down, judges across, and the weighed total of each judge below. */
export function MarksTable({ criteria, sheets, names }: TableProps) {
  const rows: Row[] = [
    ...criteria.map(({ id, name, weight }) => ({
      id,
      name,
      weight: weightInWords(weight),
      of: ({ marks }: SubmittedSheet) => asTyped(marks.get(id) ?? '–'),
    })),
    { id: 'total', name: 'Jumlah berbobot', weight: '', of: (sheet) => totalInWords(criteria, sheet) },
  ]
  const judges: Column<Row>[] = sheets.map((sheet) => ({
    header: names.get(sheet.judgeId) ?? '',
    cell: (row) => row.of(sheet),
    align: 'end',
  }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section class="wide-table" aria-label="Nilai menurut penilai" tabIndex={0}>
      <DataTable
        caption="Nilai menurut penilai"
        rows={rows}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          { header: 'Kriteria', cell: ({ name }) => name },
          { header: 'Bobot', cell: ({ weight }) => weight, align: 'end' },
          ...judges,
        ]}
      />
    </section>
  )
}

const totalInWords = (criteria: Criterion[], { marks }: SubmittedSheet): string => {
  const total = totalOf(criteria, marks)
  return total ? inFigures(total) : '–'
}
