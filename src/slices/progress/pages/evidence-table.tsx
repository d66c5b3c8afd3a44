import { dayIn, dayInWords } from '#kit/date.ts'
import type { Page } from '#kit/list.ts'
import { ActButton } from '#web/button.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { evidenceAllows } from '../evidence.ts'
import type { EvidenceRow } from '../evidence-store.ts'
import type { EvidenceDesk } from '../evidence-view.ts'
import { stateWords } from './words.ts'

type Props = { page: Page<EvidenceRow>; path: string; desk: EvidenceDesk; lineId: string }

/** What proves an activity, wherever it was brought, each piece with its state and what can be decided about it. */
export const EvidenceTable = ({ page, path, desk, lineId }: Props) => (
  <DataTable
    caption="Eviden kegiatan ini"
    rows={page.rows}
    page={page}
    pathOf={(number) => `${path}?halaman=${number}#eviden`}
    keyOf={({ id }) => id}
    columns={columnsOf(desk, page.rows, lineId)}
    empty={
      <EmptyState title="Belum ada eviden">
        Berkas atau tautan yang dikirim bersama laporan kemajuan, atau ditambahkan tersendiri, muncul di sini.
      </EmptyState>
    }
  />
)

const columnsOf = (desk: EvidenceDesk, rows: EvidenceRow[], lineId: string): Column<EvidenceRow>[] => [
  { header: 'Eviden', cell: (row) => <NamedEvidence row={row} desk={desk} lineId={lineId} /> },
  { header: 'Membuktikan', cell: ({ provesOn }) => dayInWords(provesOn) },
  { header: 'Keadaan', cell: (row) => <EvidenceStands row={row} /> },
  ...(rows.some((row) => desk.mayJudge(row) || desk.mayWithdraw(row) || desk.mayAnswer(row))
    ? [
        {
          header: 'Langkah',
          screenOnly: true,
          cell: (row: EvidenceRow) => <EvidenceActs row={row} desk={desk} lineId={lineId} />,
        },
      ]
    : []),
]

/** How a piece of evidence stands, and why it was sent back. */
export const EvidenceStands = ({ row: { state, remark } }: { row: EvidenceRow }) => (
  <>
    <State is={stateWords[state].is}>{stateWords[state].word}</State>
    {remark && <small>{remark}</small>}
  </>
)

type OfRow = { row: EvidenceRow; desk: EvidenceDesk; lineId?: string }

/** The evidence by name, with who brought it and when; what else it proves; and that its file was used before. */
export function NamedEvidence({ row, desk, lineId }: OfRow) {
  const { zone } = useShell()
  const reused = desk.reused.get(row.id)
  const others = desk.lines.filter((line) => line.lineId !== lineId && row.lineIds.includes(line.lineId))
  return (
    <>
      <a href={`${desk.path}/${row.id}`}>{row.name}</a>
      <small>
        {row.authorName}, {dayInWords(dayIn(zone, row.addedAt))}
      </small>
      {lineId !== undefined && others.length > 0 && (
        <small>Juga membuktikan kegiatan {others.map(({ number }) => number).join(', ')}</small>
      )}
      {reused && <small>{reused}</small>}
    </>
  )
}

/** The acts that are open to the reader; nothing at all where there are none. */
export function EvidenceActs({ row, desk, lineId }: OfRow) {
  const path = `${desk.path}/${row.id}`
  // Whoever decides on the page of an activity comes back to it.
  const from = lineId === undefined ? '' : `?kegiatan=${lineId}`
  const judges = desk.mayJudge(row)
  const mayReturn = judges && evidenceAllows(row.state, 'sendBack')
  const mayWithdraw = desk.mayWithdraw(row) && evidenceAllows(row.state, 'withdraw')
  const mayVerify = judges && evidenceAllows(row.state, 'verify')
  const mayAssign = desk.mayAssign(row)
  const mayAnswer = desk.mayAnswer(row)
  if (!mayReturn && !mayWithdraw && !mayVerify && !mayAnswer) return null
  return (
    <span class="actions">
      {mayVerify && (
        <ActButton {...(lineId === undefined && { kind: 'primary' })} action={`${path}/verifikasi${from}`}>
          Verifikasi<span class="hidden"> {row.name}</span>
        </ActButton>
      )}
      {(mayReturn || mayWithdraw || mayAnswer) && (
        <MoreMenu label={`Langkah lain untuk ${row.name}`}>
          {mayReturn && <a href={`${path}/kembalikan${from}`}>Kembalikan</a>}
          {mayAssign && <a href={`${path}/kegiatan`}>Ubah kegiatan</a>}
          {mayAnswer && <a href={`${path}/lke`}>Pertanyaan LKE</a>}
          {mayWithdraw && <a href={`${path}/tarik${from}`}>Tarik eviden</a>}
        </MoreMenu>
      )}
    </span>
  )
}
