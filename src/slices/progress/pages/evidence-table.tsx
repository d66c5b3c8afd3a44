import { addressOf } from '#files'
import { dayIn, dayInWords } from '#kit/date.ts'
import { safeHref } from '#kit/text.ts'
import { ActButton } from '#web/button.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { evidenceAllows } from '../evidence.ts'
import type { EvidenceRow } from '../evidence-store.ts'
import type { LineView } from '../view.ts'
import { stateWords } from './words.ts'

type Props = { rows: EvidenceRow[]; view: LineView }

/** What proves an activity, each piece with its state and what can be decided about it. */
export const EvidenceTable = ({ rows, view }: Props) => (
  <DataTable
    caption="Eviden kegiatan ini"
    rows={rows}
    keyOf={({ id }) => id}
    columns={columnsOf(view, rows)}
    empty={
      <EmptyState title="Belum ada eviden">
        Berkas atau tautan yang dikirim bersama laporan kemajuan muncul di sini.
      </EmptyState>
    }
  />
)

const columnsOf = (view: LineView, rows: EvidenceRow[]): Column<EvidenceRow>[] => [
  { header: 'Eviden', cell: (row) => <Named row={row} reused={view.reused.get(row.id)} /> },
  { header: 'Membuktikan', cell: ({ provesOn }) => dayInWords(provesOn) },
  {
    header: 'Keadaan',
    cell: ({ state, remark }) => (
      <>
        <State is={stateWords[state].is}>{stateWords[state].word}</State>
        {remark && <small>{remark}</small>}
      </>
    ),
  },
  ...(rows.some((row) => view.mayJudge(row) || view.mayWithdraw(row))
    ? [{ header: 'Langkah', cell: (row: EvidenceRow) => <Acts row={row} view={view} /> }]
    : []),
]

/** The file or the link; and that the same file has been used before, where it has. */
const Named = ({ row, reused }: { row: EvidenceRow; reused: string | undefined }) => (
  <>
    {row.file ? (
      <a href={addressOf(row.file)}>{row.name}</a>
    ) : (
      <a href={safeHref(row.link ?? '')} rel="noopener noreferrer">
        {row.name}
      </a>
    )}
    <Added row={row} />
    {reused && <small>{reused}</small>}
  </>
)

/** Who brought it, and when. */
function Added({ row }: { row: EvidenceRow }) {
  const { zone } = useShell()
  return (
    <small>
      {row.authorName}, {dayInWords(dayIn(zone, row.addedAt))}
    </small>
  )
}

/** The acts that are open to the reader; nothing at all where there are none. */
function Acts({ row, view }: { row: EvidenceRow; view: LineView }) {
  const path = `${view.path}/${row.id}`
  const judges = view.mayJudge(row)
  const mayReturn = judges && evidenceAllows(row.state, 'sendBack')
  const mayWithdraw = view.mayWithdraw(row) && evidenceAllows(row.state, 'withdraw')
  const mayVerify = judges && evidenceAllows(row.state, 'verify')
  if (!mayReturn && !mayWithdraw && !mayVerify) return null
  return (
    <span class="actions">
      {mayVerify && (
        <ActButton action={`${path}/verifikasi`}>
          Verifikasi<span class="hidden"> {row.name}</span>
        </ActButton>
      )}
      {(mayReturn || mayWithdraw) && (
        <MoreMenu label={`Langkah lain untuk ${row.name}`}>
          {mayReturn && <a href={`${path}/kembalikan`}>Kembalikan</a>}
          {mayWithdraw && <a href={`${path}/tarik`}>Tarik eviden</a>}
        </MoreMenu>
      )}
    </span>
  )
}
