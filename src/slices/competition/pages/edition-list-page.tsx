import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { KeptEdition } from '../edition-store.ts'
import { certainties, certaintyWords, editionParts } from '../provenance.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { RoomTabs } from './room-tabs.tsx'

type Props = { rows: KeptEdition[] /** Those that are being corrected. */; drafted: Set<string>; mayLoad: boolean }

/** All forms that the agency knows: whose rules they are, until when, and how sure. */
export const EditionListPage = ({ rows, drafted, mayLoad }: Props) => (
  <DeskPage
    title="Edisi dan formulir"
    lead="Aturan kompetisi tiap tahun: bidang, batas kata, bobot, tanggal, dan asal-usulnya."
    breadcrumbs={entryCrumbs()}
    actions={
      mayLoad && (
        <ButtonLink kind="primary" href="/usulan/edisi/muat" icon="upload">
          Muat edisi
        </ButtonLink>
      )
    }
  >
    {mayLoad && <RoomTabs current="/usulan/edisi" />}
    <DataTable
      caption="Edisi dan formulir"
      rows={rows}
      keyOf={({ edition }) => edition.key}
      columns={columnsFor(drafted)}
      empty={<EmptyState title="Belum ada edisi" />}
    />
  </DeskPage>
)

const columnsFor = (drafted: Set<string>): Column<KeptEdition>[] => [
  {
    header: 'Edisi',
    cell: ({ edition, version }) => (
      <>
        <a href={`/usulan/edisi/${edition.key}`}>{edition.label}</a>
        <small>
          {version === null ? 'Bawaan Rintis' : `Versi ${version}`}
          {drafted.has(edition.key) && ', rancangannya belum diterbitkan'}
        </small>
      </>
    ),
  },
  {
    header: 'Penutupan',
    cell: ({ edition }) => (edition.closingOn ? dayInWords(edition.closingOn) : 'Belum diketahui'),
  },
  { header: 'Umur paling sedikit', cell: ({ edition }) => yearsInWords(edition.minimumYears), priority: 2 },
  { header: 'Asal-usul', cell: ({ edition }) => surenessOf(edition), priority: 2 },
]

export const yearsInWords = (years: number | null): string =>
  years === null ? 'Belum diketahui' : years === 0 ? 'Tidak ada batas' : `${years} tahun`

/** "4 dibaca dari sumbernya, 2 ingatan, belum dipastikan" */
const surenessOf = ({ provenance }: KeptEdition['edition']): string =>
  certainties
    .flatMap((certainty) => {
      const count = editionParts.filter((part) => provenance[part].certainty === certainty).length
      return count === 0 ? [] : [`${count} ${certaintyWords[certainty].toLowerCase().replace(',', ' dan')}`]
    })
    .join('; ')
