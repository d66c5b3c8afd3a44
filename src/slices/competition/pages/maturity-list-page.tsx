import { type AimedEdition, aimsInWords } from '#assessment'
import { type Day, dayInWords } from '#kit/date.ts'
import type { Page } from '#kit/list.ts'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Edition } from '../edition.ts'
import { maturityInWords, maturityOf } from '../maturity.ts'
import type { MaturityRow } from '../maturity-store.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { RoomTabs } from './room-tabs.tsx'

type Props = { page: Page<MaturityRow>; editions: Edition[]; aimed: AimedEdition[]; today: Day }

/** All projects with the first edition in which each can enter: nobody finds out on the last day. */
export const MaturityListPage = ({ page, editions, aimed, today }: Props) => (
  <DeskPage
    title="Umur inovasi"
    lead="Kapan tiap proyek cukup umur untuk kompetisi nasional, kategori mana yang dituju, dan apa yang belum tercatat."
    breadcrumbs={entryCrumbs()}
  >
    <RoomTabs current="/usulan/umur" />
    <DataTable
      caption="Umur inovasi tiap proyek"
      rows={page.rows}
      keyOf={({ id }) => id}
      columns={columnsOf(editions, aimed, today)}
      empty={<EmptyState title="Belum ada proyek" />}
      page={page}
      pathOf={(number) => `/usulan/umur?halaman=${number}`}
    />
  </DeskPage>
)

const columnsOf = (editions: Edition[], aimed: AimedEdition[], today: Day): Column<MaturityRow>[] => [
  {
    header: 'Proyek',
    cell: ({ code, title, unitName, programmeName }) => (
      <>
        <a href={`/proyek/${code}/kipp`}>{title || 'Proyek tanpa judul'}</a>
        <small>
          {unitName}, {programmeName}
        </small>
      </>
    ),
  },
  {
    header: 'Mulai diterapkan',
    cell: ({ startedOn, isProven }) =>
      startedOn === null ? (
        <State is="open">Belum diisi</State>
      ) : startedOn > today ? (
        <State is="open">{dayInWords(startedOn)}, masih akan datang</State>
      ) : (
        <State is={isProven ? 'done' : 'soon'}>
          {dayInWords(startedOn)}
          {!isProven && ', belum ada bukti'}
        </State>
      ),
  },
  { header: 'Edisi pertama', cell: ({ startedOn }) => maturityInWords(maturityOf(startedOn, editions, today)) },
  {
    header: 'Kategori yang dituju',
    cell: ({ id }) => aimsInWords(aimed, id).join('; ') || <State is="open">Belum memilih</State>,
    priority: 2,
  },
  { header: 'Pelayanan publik', cell: ({ isPublicService }) => (isPublicService ? 'Ya' : 'Tidak'), priority: 2 },
  { header: 'Usulan', cell: ({ entries }) => entries, align: 'end', priority: 2 },
]
