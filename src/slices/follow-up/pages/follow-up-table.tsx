import { dayIn, dayInWords, weekdayInWords } from '#kit/date.ts'
import { useShell } from '#web/shell.tsx'
import { DueMark, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { FollowUpRow } from '../store.ts'
import { originOf } from './words.ts'

type Props = {
  rows: FollowUpRow[]
  empty: preact.ComponentChildren
  /** Shows the project too, as a link where the reader may open it. */
  opensProject?: (row: FollowUpRow) => boolean
}

/** Follow-ups in a list: what, whose, until when, and how it stands. */
export const FollowUpTable = ({ rows, empty, opensProject }: Props) => (
  <DataTable
    caption="Tindak lanjut"
    rows={rows}
    keyOf={({ id }) => id}
    empty={empty}
    columns={[what, ...(opensProject ? [projectColumn(opensProject)] : []), owner, due, standing]}
  />
)

const what: Column<FollowUpRow> = {
  header: 'Yang disepakati',
  cell: (row) => (
    <>
      <a href={`/tindak-lanjut/${row.id}`}>{row.what}</a>
      <small>dari {originOf(row)}</small>
    </>
  ),
}
const projectColumn = (opens: (row: FollowUpRow) => boolean): Column<FollowUpRow> => ({
  header: 'Proyek',
  cell: (row) => (row.projectCode ? <ProjectName row={row} isLink={opens(row)} /> : 'Program'),
  priority: 2,
})
const owner: Column<FollowUpRow> = { header: 'Pemilik', cell: (row) => row.ownerName }
const due: Column<FollowUpRow> = { header: 'Batas', cell: (row) => weekdayInWords(row.dueOn), priority: 2 }
const standing: Column<FollowUpRow> = { header: 'Keadaan', cell: (row) => <Standing row={row} /> }

/** How a follow-up stands, in shape and word. */
export function Standing({ row }: { row: Pick<FollowUpRow, 'state' | 'dueOn' | 'closedAt'> }) {
  const { today, zone } = useShell()
  if (row.state === 'open') return <DueMark on={row.dueOn} today={today} />
  if (row.state === 'done') return <State is="soon">Menunggu diperiksa</State>
  if (row.state === 'dropped') return <State is="stopped">Dibatalkan</State>
  return <State is="done">Ditutup {row.closedAt && dayInWords(dayIn(zone, row.closedAt))}</State>
}

/** The project of a follow-up by its title. */
export function ProjectName({ row, isLink }: { row: FollowUpRow; isLink: boolean }) {
  const title = row.projectTitle || 'Proyek tanpa judul'
  return isLink ? <a href={`/proyek/${row.projectCode}`}>{title}</a> : <span>{title}</span>
}
