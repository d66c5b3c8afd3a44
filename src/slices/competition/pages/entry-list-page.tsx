import { dayInWords } from '#kit/date.ts'
import { capital } from '#kit/text.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { type Standing, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { fieldsOf } from '../edition.ts'
import { type EntryState, titleOfEntry } from '../entry.ts'
import type { Hands } from '../hands.ts'
import type { EntryListRow, EntryRow } from '../store.ts'
import { RoomTabs } from './room-tabs.tsx'
import { entryStateWords, handsWords, heldInWords } from './words.ts'

type EntryHeld = EntryListRow & { hands: Hands }

/** All entries that one may read, the newest first. */
export function EntryListPage({ rows, mayAdd, looksOn }: { rows: EntryHeld[]; mayAdd: boolean; looksOn: boolean }) {
  const add = mayAdd && (
    <ButtonLink kind="primary" href="/usulan/baru" icon="plus">
      Buat usulan
    </ButtonLink>
  )
  const isUnsent = ({ hands }: EntryHeld) => hands.who === 'closed' || hands.who === 'withdrawn'
  const unsent = rows.filter(isUnsent)
  return (
    <DeskPage
      title="Usulan kompetisi"
      lead="Proyek terpilih yang diusulkan ke KIPP, UNPSA, OPSI, atau kompetisi lain."
      actions={rows.length > 0 && add}
    >
      {looksOn && <RoomTabs current="/usulan" />}
      <DataTable
        caption="Usulan kompetisi"
        rows={rows.filter((row) => !isUnsent(row))}
        keyOf={({ id }) => id}
        columns={[...about, handsColumn, { header: 'Keadaan', cell: (row) => <EntryStanding row={row} /> }]}
        empty={
          <EmptyState title="Belum ada usulan" act={add}>
            Sekretariat membuat usulan untuk proyek yang terpilih. Isiannya diambil dari proyek itu, lalu disunting agen
            dan timnya.
          </EmptyState>
        }
      />
      {unsent.length > 0 && (
        <Section title="Tidak jadi diajukan">
          <DataTable
            caption="Usulan yang tidak jadi diajukan"
            rows={unsent}
            keyOf={({ id }) => id}
            columns={[...about, closedColumn]}
            empty={null}
          />
        </Section>
      )}
    </DeskPage>
  )
}

const about: Column<EntryHeld>[] = [
  {
    header: 'Usulan',
    cell: (row) => (
      <>
        <a href={`/usulan/${row.code}`}>{titleOfEntry(row)}</a>
        <small>{row.unitName}</small>
      </>
    ),
  },
  { header: 'Edisi', cell: (row) => row.form.label, priority: 2 },
  {
    header: 'Bidang terisi',
    cell: (row) => `${row.filled} dari ${fieldsOf(row.form).length}`,
    align: 'end',
    priority: 2,
  },
]

const handsColumn: Column<EntryHeld> = {
  header: 'Di tangan',
  cell: ({ hands: { who, since, days } }) => (
    <>
      {capital(handsWords[who])}
      <small>
        sejak {dayInWords(since)}
        {who !== 'nobody' && `, ${heldInWords(days)}`}
      </small>
    </>
  ),
  priority: 2,
}

const closedColumn: Column<EntryHeld> = {
  header: 'Sebab',
  cell: ({ closingOn, form, hands, withdrawnReason }) =>
    hands.who === 'withdrawn'
      ? `Ditarik ${dayInWords(hands.since)}: ${withdrawnReason}`
      : `Edisi ditutup ${closingOn ? dayInWords(closingOn) : `akhir ${form.year}`}`,
}

const shapes: Record<EntryState, Standing> = { draft: 'open', ready: 'soon', sent: 'done', withdrawn: 'stopped' }

const EntryStanding = ({ row }: { row: EntryRow }) => (
  <State is={shapes[row.state]}>
    {entryStateWords[row.state]}
    {row.state === 'sent' && row.sentOn && ` ${dayInWords(row.sentOn)}`}
  </State>
)
