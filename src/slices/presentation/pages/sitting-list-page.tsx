import { weekdayInWords } from '#kit/date.ts'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Lacking } from '../missing-view.ts'
import type { SittingRow } from '../sitting-store.ts'
import { missingInWords } from './clash-words.ts'
import { hoursInWords } from './words.ts'

type Props = { upcoming: SittingRow[]; past: SittingRow[]; lacking: Lacking[]; maySchedule: boolean }

/** The sittings that concern whoever reads: those to come, and those that were. */
export function SittingListPage({ upcoming, past, lacking, maySchedule }: Props) {
  const add = maySchedule ? (
    <>
      <ButtonLink kind="quiet" href="/paparan/halangan">
        Waktu berhalangan
      </ButtonLink>
      <ButtonLink href="/paparan/papan">Papan jadwal</ButtonLink>
      <ButtonLink href="/paparan/rencana">Susun otomatis</ButtonLink>
      <ButtonLink kind="primary" href="/paparan/baru">
        Jadwalkan sidang
      </ButtonLink>
    </>
  ) : (
    <ButtonLink href="/paparan/halangan">Waktu berhalangan</ButtonLink>
  )
  return (
    <DeskPage title="Sidang paparan" actions={add}>
      {lacking.length > 0 && (
        <Alert kind="late" title="Ada yang tidak dapat hadir pada jam paparannya">
          <ul>
            {lacking.map(({ sitting: { id, title, heldOn }, people }) => (
              <li key={id}>
                <a href={`/paparan/${id}`}>{title}</a>, {weekdayInWords(heldOn)}: {missingInWords(people)}.
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Section title="Akan datang">
        <SittingTable
          caption="Sidang yang akan datang"
          rows={upcoming}
          empty={
            <EmptyState title="Belum ada sidang yang dijadwalkan">
              Rencana yang sudah diverifikasi dipaparkan dalam sidang sebelum ditetapkan.
            </EmptyState>
          }
        />
      </Section>
      {past.length > 0 && (
        <Section title="Sudah lewat">
          <SittingTable caption="Sidang yang sudah lewat" rows={past} empty={null} />
        </Section>
      )}
    </DeskPage>
  )
}

type TableProps = { caption: string; rows: SittingRow[]; empty: preact.ComponentChildren }

const SittingTable = ({ caption, rows, empty }: TableProps) => (
  <DataTable caption={caption} rows={rows} keyOf={({ id }) => id} empty={empty} columns={columns} />
)

const columns: Column<SittingRow>[] = [
  { header: 'Sidang', cell: ({ id, title }) => <a href={`/paparan/${id}`}>{title}</a> },
  {
    header: 'Hari',
    cell: ({ heldOn, beginsAt, endsAt }) => (
      <>
        {weekdayInWords(heldOn)}
        <span class="note">{hoursInWords({ from: beginsAt, until: endsAt })}</span>
      </>
    ),
  },
  { header: 'Tempat', cell: ({ place }) => place || 'Daring', priority: 2 },
  { header: 'Paparan', cell: ({ slotCount }) => slotCount, align: 'end' },
  { header: 'Diputuskan', cell: ({ decidedCount }) => decidedCount, align: 'end', priority: 3 },
]
