import type { SeatRow } from '#appointment'
import { dayIn, dayInWords } from '#kit/date.ts'
import { capital, countInWords } from '#kit/text.ts'
import { dueOf, type Programme, type Stage } from '#programme'
import { Alert } from '#web/alert.tsx'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { Badge, DueMark, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { Tabs } from '#web/tabs.tsx'
import { titleOf } from '../project.ts'
import type { ProjectRow } from '../store.ts'
import { boundBy } from '../turn.ts'
import { projectStateWords, standingInWords, turnWords } from './words.ts'

type Offer = SeatRow & { newId: string }
type Props = {
  programmes: Programme[]
  programme: Programme | null
  rows: ProjectRow[]
  vacant: Offer[]
  stages: Stage[]
  /** The area or target that the list is narrowed to. */
  aim: string | null
}

/** All projects of a programme that one may read: where each stands, whose turn it is, and what is late. */
export function ProjectListPage({ programmes, programme, rows, vacant, stages, aim }: Props) {
  return (
    <DeskPage
      title="Proyek perubahan"
      heading={rows.length === 0 ? 'Belum ada proyek' : `${capital(countInWords(rows.length))} proyek perubahan`}
      lead={programme?.name ?? 'Belum ada program. Sekretariat membuat program lebih dahulu.'}
      actions={
        programme && rows.length > 0 && <ButtonLink href={`/proyek/rekap?program=${programme.slug}`}>Rekap</ButtonLink>
      }
    >
      {programmes.length > 1 && <ProgrammeChoice programmes={programmes} chosen={programme} />}
      {aim && programme && (
        <Alert>
          Hanya proyek untuk “{aim}”. <a href={`/proyek?program=${programme.slug}`}>Tampilkan semua</a>
        </Alert>
      )}
      {rows.length > 0 && (
        <DataTable
          caption="Proyek menurut nomor kedudukan"
          columns={columnsOf(stages)}
          rows={rows}
          keyOf={(row) => row.id}
          empty={null}
        />
      )}
      {vacant.length > 0 && <Vacant seats={vacant} />}
      {rows.length === 0 && vacant.length === 0 && !aim && (
        <p>Proyek muncul di sini setelah keputusan menetapkan agen perubahan dan agen memulai proyeknya.</p>
      )}
    </DeskPage>
  )
}

/** The rounds of the programme; each has its own list. */
const ProgrammeChoice = ({ programmes, chosen }: { programmes: Programme[]; chosen: Programme | null }) => (
  <Tabs
    label="Program"
    tabs={programmes.map(({ slug, name }) => ({ path: `/proyek?program=${slug}`, label: name }))}
    current={`/proyek?program=${chosen?.slug}`}
  />
)

const columnsOf = (stages: Stage[]): Column<ProjectRow>[] => [
  { header: 'Proyek', cell: (row) => <Named row={row} /> },
  { header: 'Unit', cell: (row) => row.unitName, priority: 3 },
  {
    header: 'Tahap',
    cell: (row) => (row.state === 'stopped' ? <Stopped /> : standingInWords(row)),
  },
  { header: 'Giliran', cell: (row) => <Turn row={row} />, priority: 2 },
  { header: 'Batas', cell: (row) => <Until row={row} stages={stages} /> },
]

const Named = ({ row }: { row: ProjectRow }) => (
  <>
    <a href={`/proyek/${row.code}`}>{titleOf(row)}</a>
    <small>
      {row.seatNumber} · {row.agentName ?? 'kedudukan kosong'}
    </small>
  </>
)

const Stopped = () => <Badge is="stopped">{projectStateWords.stopped}</Badge>

function Turn({ row }: { row: ProjectRow }) {
  const { zone } = useShell()
  if (row.state === 'stopped') return <>Tidak ada</>
  if (row.turn === 'nobody') return <State is="done">Selesai</State>
  const since = dayInWords(dayIn(zone, row.since))
  return (
    <>
      {capital(turnWords[row.turn as keyof typeof turnWords])}
      <small>sejak {since}</small>
    </>
  )
}

function Until({ row, stages }: { row: ProjectRow; stages: Stage[] }) {
  const { today } = useShell()
  const due = row.turn === 'nobody' ? null : dueOf(stages, boundBy(row, row.stage))
  return due === null ? <>Tanpa batas</> : <DueMark on={due} today={today} />
}

/** Seats whose project has not begun, for whoever may begin it. */
const Vacant = ({ seats }: { seats: Offer[] }) => (
  <Section title="Belum dimulai">
    <DataTable
      caption="Kedudukan yang proyeknya belum dimulai"
      rows={seats}
      keyOf={(seat) => seat.id}
      empty={null}
      columns={[
        { header: 'Kedudukan', cell: (seat) => `${seat.number} · ${seat.agent?.name ?? 'kosong'}` },
        { header: 'Unit', cell: (seat) => seat.unitName },
        {
          header: 'Langkah',
          cell: (seat) =>
            seat.agent === null ? (
              'Menunggu agen ditetapkan'
            ) : (
              <ActButton action="/proyek" hidden={{ id: seat.newId, seat_id: seat.id }}>
                Mulai proyek
              </ActButton>
            ),
        },
      ]}
    />
  </Section>
)
