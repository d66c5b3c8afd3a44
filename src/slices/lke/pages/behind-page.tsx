import { dayIn, dayInWords, rangeInWords } from '#kit/date.ts'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { CountedAgent, CountedChange } from '../lke.ts'
import type { Lke } from '../view.ts'
import { documentWords } from '../words.ts'

/** What can be opened of a figure. */
export const behind = ['agen', 'perubahan', 'terintegrasi'] as const

const titles = { agen: 'Agen terhitung', perubahan: 'Perubahan terhitung', terintegrasi: 'Perubahan terintegrasi' }

type Props = {
  lke: Lke
  what: (typeof behind)[number]
  place: string
  agents: CountedAgent[]
  changes: CountedChange[]
}

/** The persons or projects from which one figure was counted. */
export function BehindPage({ lke: { year }, what, place, agents, changes }: Props) {
  const shown = what === 'terintegrasi' ? changes.filter(({ document }) => document !== null) : changes
  return (
    <DeskPage
      title={`${titles[what]} ${year}`}
      lead={place}
      breadcrumbs={[{ path: `/laporan/lke?tahun=${year}`, label: `Angka LKE ${year}` }]}
    >
      {what === 'agen' ? <Agents agents={agents} /> : <Changes changes={shown} />}
    </DeskPage>
  )
}

const nothing = <EmptyState title="Tidak ada yang terhitung">Angkanya 0 pada tahun ini.</EmptyState>

/** A person stands in one row, with all seats for which they count. */
const Agents = ({ agents }: { agents: CountedAgent[] }) => (
  <DataTable
    caption="Agen yang dihitung, dengan masa penetapannya"
    rows={[...Map.groupBy(agents, ({ personId }) => personId)].map(([personId, seats]) => ({ personId, seats }))}
    keyOf={({ personId }) => personId}
    empty={nothing}
    columns={[
      { header: 'Agen', cell: ({ personId, seats }) => <a href={`/orang/${personId}`}>{seats[0]?.name}</a> },
      {
        header: 'Penetapan',
        cell: ({ seats }) => (
          <div>
            {seats.map((seat) => (
              <p key={seat.appointmentId}>
                {seat.programmeName}, kedudukan {seat.seatNumber}, {seat.unitName},{' '}
                {rangeInWords(seat.fromOn, seat.untilOn)}
              </p>
            ))}
          </div>
        ),
      },
    ]}
  />
)

function Changes({ changes }: { changes: CountedChange[] }) {
  const { zone } = useShell()
  return (
    <DataTable
      caption="Perubahan yang dihitung, dengan bukti integrasinya"
      rows={changes}
      keyOf={({ projectId }) => projectId}
      empty={nothing}
      columns={[
        { header: 'Proyek', cell: ({ code, title }) => <a href={`/proyek/${code}`}>{title}</a> },
        { header: 'Unit kerja', cell: ({ unitName }) => unitName },
        { header: 'Dipastikan', cell: ({ confirmedAt }) => dayInWords(dayIn(zone, confirmedAt)) },
        {
          header: 'Integrasi',
          cell: ({ code, document }) =>
            document ? <a href={`/proyek/${code}#integrasi`}>{documentWords(document)}</a> : 'Belum terintegrasi',
        },
      ]}
    />
  )
}
