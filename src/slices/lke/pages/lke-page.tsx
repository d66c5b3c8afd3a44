import { dayInWords } from '#kit/date.ts'
import { type Exact, exact, inFigures, times } from '#kit/decimal.ts'
import { agentCountWords } from '#programme'
import { type LkeQuestion, lkeQuestionCodes, lkeQuestions as questions } from '#progress'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Prose, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { Tabs } from '#web/tabs.tsx'
import { type Answer, type Figures, weights } from '../lke.ts'
import type { Lke } from '../view.ts'
import { gradeWords, notYet } from '../words.ts'

type Behind = 'agen' | 'perubahan' | 'terintegrasi'

/** What the LKE asks about agents of change, for the agency and each unit, each number with the way to what it counts. */
export function LkePage({ lke }: { lke: Lke }) {
  const { today } = useShell()
  const { year, years, agency, units } = lke
  return (
    <DeskPage
      title={`Angka LKE ${year}`}
      lead={`Dihitung langsung dari Rintis, keadaan ${dayInWords(today)}.`}
      actions={
        <ButtonLink href={`/laporan/lke.xlsx?tahun=${year}`} icon="download">
          Unduh XLSX
        </ButtonLink>
      }
    >
      {years.length > 1 && (
        <Tabs
          label="Tahun penilaian"
          tabs={years.map((one) => ({ path: `/laporan/lke?tahun=${one}`, label: String(one) }))}
          current={`/laporan/lke?tahun=${year}`}
        />
      )}
      {agency && (
        <Section
          title="Seluruh instansi"
          note={agency.total ? `Nilai ${points(agency.total)} dari 2,375` : `Nilai ${notYet}`}
        >
          <DataTable
            caption="Pertanyaan LKE tentang agen perubahan"
            columns={questionColumns}
            rows={questionsOf(year, agency)}
            keyOf={({ question }) => question}
            empty={null}
          />
        </Section>
      )}
      <Section title="Setiap unit kerja" note={`${units.length} unit`}>
        <div class="landscape">
          <DataTable
            caption="Angka LKE setiap unit kerja"
            columns={unitColumns(year)}
            rows={units}
            keyOf={({ unitId }) => unitId}
            empty={
              <EmptyState title="Belum ada agen atau perubahan pada tahun ini">
                Unit muncul di sini setelah agennya ditetapkan.
              </EmptyState>
            }
          />
        </div>
      </Section>
      <Proofs lke={lke} />
      <Readings lke={lke} />
    </DeskPage>
  )
}

/** How much evidence proves each question, with the way to it. */
const Proofs = ({ lke: { year, proving } }: { lke: Lke }) => (
  <Section title="Eviden setiap pertanyaan" id="eviden" note="Dokumen integrasi dibuka dari daftar perubahan di atas.">
    <DataTable
      caption="Eviden yang membuktikan pertanyaan LKE"
      columns={proofColumns(year)}
      rows={lkeQuestionCodes.map((code) => ({
        code,
        count: proving.filter(({ question }) => question === code).length,
      }))}
      keyOf={({ code }) => code}
      empty={null}
    />
  </Section>
)

const proofColumns = (year: number): Column<{ code: LkeQuestion; count: number }>[] => [
  { header: 'Pertanyaan', cell: ({ code }) => questions[code] },
  {
    header: 'Eviden',
    cell: ({ code, count }) =>
      count === 0 ? (
        'Belum ada yang ditandai'
      ) : (
        <a href={`/laporan/lke/eviden?tahun=${year}&pertanyaan=${code}`}>{count} eviden</a>
      ),
  },
]

/** By which readings the figures were counted: the sources leave them open, so the page says which are in force. */
function Readings({ lke: { readings, year } }: { lke: Lke }) {
  return (
    <Section title="Cara menghitung" id="cara">
      <Prose>
        <ul>
          {readings.map(({ agentCount, programmes }) => (
            <li key={agentCount}>
              {agentCountWords[agentCount]} dihitung ({programmes.join('; ')}). Cara ini diatur pada halaman program.
            </li>
          ))}
          <li>Satu orang dihitung satu kali, berapa pun kedudukannya. Angka instansi bukan jumlah angka unit.</li>
          <li>
            Perubahan dihitung pada tahun {year} bila orang lain selain agennya memastikannya selesai pada tahun itu,
            dan terintegrasi bila dokumen yang membuktikannya diverifikasi paling lambat akhir tahun itu.
          </li>
          <li>
            Persentase ditulis apa adanya dan dapat melebihi 100; nilainya paling tinggi 1. Tanpa pembagi hasilnya{' '}
            {notYet}, begitu pula jumlah yang bergantung padanya.
          </li>
          <li>Berkontribusi berarti paling sedikit satu perubahan terhitung pada tahun itu.</li>
          <li>Bobot menurut Permenpan RB 90/2021: 1,00, 1,00, dan 0,375.</li>
        </ul>
      </Prose>
    </Section>
  )
}

const points = (value: Exact | null | undefined) => (value ? inFigures(value, 4) : notYet)
const percent = (answer: Answer) => (answer ? `${inFigures(times(answer.ratio, exact('100')), 2)}%` : notYet)

const pathOf = (year: number, what: Behind, unitId?: string) =>
  `/laporan/lke/rincian?tahun=${year}&angka=${what}${unitId ? `&unit=${unitId}` : ''}`

type Question = {
  question: string
  counted: { label: string; value: number; path: string }[]
  answer: string
  weight: string
  score: string
}

const questionsOf = (year: number, one: Figures): Question[] => {
  const agents = { label: 'agen', value: one.agents, path: pathOf(year, 'agen') }
  const changes = { label: 'perubahan', value: one.changes, path: pathOf(year, 'perubahan') }
  const integrated = { label: 'terintegrasi', value: one.integrated, path: pathOf(year, 'terintegrasi') }
  const row = (question: string, counted: Question['counted'], answer: string, weight: Exact, score?: Exact) => ({
    ...{ question, counted, answer },
    weight: inFigures(weight, 3),
    score: points(score),
  })
  const { concrete, integration } = one
  return [
    row(questions.concrete, [changes, agents], percent(concrete), weights.concrete, concrete?.points),
    row(questions.integrated, [integrated, changes], percent(integration), weights.integrated, integration?.points),
    row(questions.appointed, [agents, changes], gradeWords[one.grade], weights.appointed, one.gradePoints),
  ]
}

const questionColumns: Column<Question>[] = [
  { header: 'Pertanyaan', cell: ({ question }) => question },
  {
    header: 'Dihitung dari',
    cell: ({ counted }) => (
      <ul class="links">
        {counted.map(({ label, value, path }) => (
          <li key={path}>
            <a href={path}>
              {value} {label}
            </a>
          </li>
        ))}
      </ul>
    ),
  },
  { header: 'Jawaban', cell: ({ answer }) => answer },
  { header: 'Bobot', cell: ({ weight }) => weight, align: 'end', priority: 2 },
  { header: 'Nilai', cell: ({ score }) => score, align: 'end' },
]

const unitColumns = (year: number): Column<Lke['units'][number]>[] => [
  { header: 'Unit kerja', cell: ({ unitName }) => unitName },
  { header: 'Agen', cell: (row) => <a href={pathOf(year, 'agen', row.unitId)}>{row.agents}</a>, align: 'end' },
  {
    header: 'Perubahan',
    cell: (row) => <a href={pathOf(year, 'perubahan', row.unitId)}>{row.changes}</a>,
    align: 'end',
  },
  {
    header: 'Terintegrasi',
    cell: (row) => <a href={pathOf(year, 'terintegrasi', row.unitId)}>{row.integrated}</a>,
    align: 'end',
  },
  { header: 'Perubahan per agen', cell: ({ concrete }) => percent(concrete), align: 'end' },
  { header: 'Terintegrasi per perubahan', cell: ({ integration }) => percent(integration), align: 'end' },
  { header: 'Penetapan', cell: ({ grade }) => grade, priority: 2 },
  { header: 'Nilai dari 2,375', cell: ({ total }) => points(total), align: 'end', priority: 2 },
]
