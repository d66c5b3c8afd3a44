import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { titleOfEntry } from '../entry.ts'
import { type InnovationNews, newsWords } from '../news.ts'
import { furthest, type StageResult } from '../result.ts'
import type { EntryListRow } from '../store.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { RoomTabs } from './room-tabs.tsx'

export type PastEntry = EntryListRow & { results: StageResult[]; news: InnovationNews | null; asked: number[] }

/** What the agency sent over the years, how far each entry came, and whether the innovation goes on. */
export function PastEntriesPage({ rows }: { rows: PastEntry[] }) {
  const years = [...new Set(rows.map(yearOf))].sort((a, b) => b - a)
  return (
    <DeskPage
      title="Riwayat kompetisi"
      lead="Yang dikirim tiap tahun, sejauh mana lolos, dan kabar inovasinya."
      breadcrumbs={entryCrumbs()}
      actions={
        <>
          <ButtonLink href="/usulan/katalog.xlsx" icon="download" download>
            Katalog XLSX
          </ButtonLink>
          <ButtonLink href="/usulan/katalog.json" icon="download" download>
            Katalog JSON
          </ButtonLink>
        </>
      }
    >
      <RoomTabs current="/usulan/riwayat" />
      {rows.length === 0 && <EmptyState title="Belum ada usulan yang dikirim" />}
      {years.map((year) => (
        <Section key={year} title={String(year)}>
          <DataTable
            caption={`Usulan tahun ${year}`}
            rows={rows.filter((row) => yearOf(row) === year)}
            keyOf={({ id }) => id}
            columns={columns}
            empty={<EmptyState title="Belum ada" />}
          />
        </Section>
      ))}
    </DeskPage>
  )
}

const yearOf = ({ form, sentOn }: PastEntry): number => form.year ?? Number(sentOn?.slice(0, 4) ?? 0)

const columns: Column<PastEntry>[] = [
  {
    header: 'Usulan',
    cell: (row) => (
      <>
        <a href={`/usulan/${row.code}/tahap`}>{titleOfEntry(row)}</a>
        <small>{row.form.label}</small>
      </>
    ),
  },
  { header: 'Dikirim', cell: ({ sentOn }) => (sentOn ? dayInWords(sentOn) : ''), priority: 2 },
  {
    header: 'Sampai tahap',
    cell: ({ form, results }) => {
      const last = furthest(form, results)
      return last ? `${last.label}: ${last.outcome.toLowerCase()}` : 'Belum ada hasil'
    },
  },
  {
    header: 'Kabar inovasi',
    cell: ({ news, asked }) =>
      asked.length > 0 ? (
        <State is="soon">Belum dikabarkan untuk {asked.join(', ')}</State>
      ) : news ? (
        `${newsWords[news.state]} (${news.year})`
      ) : (
        'Belum ditanyakan'
      ),
    priority: 2,
  },
]
