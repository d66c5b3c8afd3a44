import { AttachedFiles, type StoredFile } from '#files'
import { type Day, dayInWords, rangeInWords } from '#kit/date.ts'
import { capital, countInWords } from '#kit/text.ts'
import { ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { AppointmentRow } from '../appointment-store.ts'
import type { Decree } from '../decree.ts'
import { crumbsOf, levelWords } from './words.ts'

type Props = {
  decree: Decree
  programmeName: string
  amended: Pick<Decree, 'code' | 'number'> | null
  appointments: AppointmentRow[]
  scans: StoredFile[]
  mayAppoint: boolean
}

/** A decree: what it says, its scan, and whom it appointed. */
export function DecreePage(props: Props) {
  const { decree, appointments, mayAppoint } = props
  const path = `/keputusan/${decree.code}`
  const { today } = useShell()
  const missing = appointments.filter(({ email, untilOn }) => email === null && untilOn >= today)
  return (
    <DeskPage
      title={`Keputusan ${decree.number}`}
      heading={decree.number}
      lead={decree.about}
      breadcrumbs={crumbsOf()}
      actions={mayAppoint && <DecreeActs path={path} isEmpty={appointments.length === 0} />}
    >
      <Facts facts={factsOf(props)} />
      <Section title="Agen perubahan" note={`${capital(countInWords(appointments.length))} penetapan`}>
        <DataTable
          caption="Agen perubahan yang ditetapkan keputusan ini"
          columns={columnsOf(path, mayAppoint, today)}
          rows={appointments}
          keyOf={({ id }) => id}
          empty={
            <EmptyState title="Belum ada agen">Impor lampiran keputusan, atau tambahkan agen satu per satu.</EmptyState>
          }
        />
      </Section>
      {mayAppoint && missing.length > 0 && <WithoutEmail rows={missing} />}
    </DeskPage>
  )
}

const DecreeActs = ({ path, isEmpty }: { path: string; isEmpty: boolean }) => (
  <>
    <ButtonLink kind="quiet" href={`${path}/ubah`}>
      Ubah
    </ButtonLink>
    <ButtonLink href={`${path}/ganti`}>Ganti agen</ButtonLink>
    <ButtonLink href={`${path}/tambah`}>Tambah agen</ButtonLink>
    <ButtonLink href={`${path}/impor`} icon="upload" {...(isEmpty && { kind: 'primary' as const })}>
      Impor lampiran
    </ButtonLink>
  </>
)

function factsOf({ decree, programmeName, amended, scans }: Props): Fact[] {
  const signer = [decree.signerName, decree.signerPosition].filter((part) => part !== '').join(', ')
  return [
    { term: 'Ditetapkan', detail: dayInWords(decree.decidedOn) },
    { term: 'Penanda tangan', detail: signer },
    { term: 'Program', detail: programmeName },
    { term: 'Berlaku', detail: rangeInWords(decree.fromOn, decree.untilOn) },
    { term: 'Mengubah', detail: amended && <a href={`/keputusan/${amended.code}`}>{amended.number}</a> },
    { term: 'Pindaian', detail: scans.length > 0 && <AttachedFiles files={scans} /> },
  ].filter(({ detail }) => detail)
}

const columnsOf = (path: string, mayAppoint: boolean, today: Day): Column<AppointmentRow>[] => [
  {
    header: 'Agen',
    cell: (row) => (
      <>
        {row.name}
        <span class="note">Kedudukan {row.seatNumber}</span>
      </>
    ),
  },
  { header: 'Unit kerja', cell: (row) => row.unitName },
  { header: 'Tingkat', cell: (row) => levelWords[row.level], priority: 3 },
  { header: 'Masa', cell: (row) => rangeInWords(row.fromOn, row.untilOn), priority: 2 },
  { header: 'Keadaan', cell: (row) => <Condition row={row} today={today} /> },
  ...(mayAppoint ? [{ header: 'Langkah', cell: (row: AppointmentRow) => <EndLink {...{ row, path, today }} /> }] : []),
]

const Condition = ({ row, today }: { row: AppointmentRow; today: Day }) => {
  if (today < row.fromOn) return <State is="open">Belum mulai</State>
  if (today <= row.untilOn) return <State is="done">Berlaku</State>
  return (
    <>
      <State is="stopped">Berakhir</State>
      {row.endReason && <span class="note">{row.endReason}</span>}
    </>
  )
}

const EndLink = ({ row, path, today }: { row: AppointmentRow; path: string; today: Day }) =>
  row.untilOn > today && row.endReason === null ? (
    <a href={`${path}/agen/${row.id}/akhiri`}>
      Akhiri<span class="hidden"> penetapan {row.name}</span>
    </a>
  ) : (
    <>Tidak ada</>
  )

/** Annexes rarely hold addresses: who cannot be written to yet. */
const WithoutEmail = ({ rows }: { rows: AppointmentRow[] }) => (
  <Section
    title="Belum punya surel"
    note="Undangannya dapat dibagikan sebagai tautan atau dicetak"
    act={<a href="/orang/undangan">Buka undangan</a>}
  >
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <a href={`/orang/${row.personId}`}>{row.name}</a>, {row.unitName}
        </li>
      ))}
    </ul>
  </Section>
)
