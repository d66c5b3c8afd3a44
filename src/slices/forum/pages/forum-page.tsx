import { dayInWords, instantInWords } from '#kit/date.ts'
import type { Page } from '#kit/list.ts'
import type { NamedStanding } from '#people'
import type { Programme } from '#programme'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { Tabs } from '#web/tabs.tsx'
import type { Forum } from '../forum.ts'
import type { May } from '../forum-view.ts'
import type { TopicRow } from '../topic-store.ts'

type View = {
  forum: Forum
  may: May
  page: Page<TopicRow>
  chairs: { current: NamedStanding | null; next: NamedStanding | null }
}
type Props = { programmes: Programme[]; programme: Programme | null; view: View | null; mayOpen: boolean }

/** The forum of a programme: who chairs it, and its topics, the one last spoken in first. */
export function ForumPage({ programmes, programme, view, mayOpen }: Props) {
  return (
    <DeskPage
      title="Forum Agen Perubahan"
      lead={programme?.name ?? 'Belum ada program.'}
      actions={
        view && (
          <>
            <ButtonLink href="/pedoman">Pedoman teknis</ButtonLink>
            {view.may.write && (
              <ButtonLink kind="primary" href={`/forum/${view.forum.id}/topik/baru`}>
                Buka topik
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {programmes.length > 1 && (
        <Tabs
          label="Program"
          tabs={programmes.map(({ slug, name }) => ({ path: `/forum?program=${slug}`, label: name }))}
          current={`/forum?program=${programme?.slug}`}
        />
      )}
      {programme && view ? (
        <Talk {...view} slug={programme.slug} />
      ) : (
        <NoForum programme={programme} mayOpen={mayOpen} />
      )}
    </DeskPage>
  )
}

const NoForum = ({ programme, mayOpen }: Pick<Props, 'programme' | 'mayOpen'>) =>
  mayOpen && programme ? (
    <EmptyState
      title="Program ini belum mempunyai forum"
      act={
        <ButtonLink kind="primary" href={`/forum/baru?program=${programme.slug}`}>
          Buka forum
        </ButtonLink>
      }
    >
      Forum dibuka dengan menetapkan ketuanya. Semua agen program ini menjadi anggotanya.
    </EmptyState>
  ) : (
    <EmptyState title="Tidak ada forum yang dapat Anda baca">
      Forum suatu program dibaca oleh agen, ketua forum, sekretariat, dan pimpinan.
    </EmptyState>
  )

const Talk = ({ forum, may, page, chairs: { current, next }, slug }: View & { slug: string }) => (
  <>
    <Facts
      facts={[
        { term: 'Ketua forum', detail: current ? current.name : 'Belum ada' },
        ...(next ? [{ term: 'Ketua berikutnya', detail: `${next.name}, mulai ${dayInWords(next.fromOn)}` }] : []),
        ...(may.nameChair
          ? [{ term: 'Pergantian', detail: <a href={`/forum/${forum.id}/ketua`}>Ganti ketua forum</a> }]
          : []),
      ]}
    />
    <DataTable
      caption="Topik forum"
      columns={columns}
      rows={page.rows}
      page={page}
      pathOf={(number) => `/forum?program=${slug}&halaman=${number}`}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Belum ada topik">
          Topik memuat satu percakapan: pertanyaan, usul, atau hal yang perlu dibahas bersama.
        </EmptyState>
      }
    />
  </>
)

const columns: Column<TopicRow>[] = [
  {
    header: 'Topik',
    cell: (row) => (
      <>
        <a href={`/forum/topik/${row.id}`}>{row.title}</a>
        <small>dibuka {row.authorName}</small>
      </>
    ),
  },
  {
    header: 'Keadaan',
    cell: ({ unread, firstUnread, closedAt }) => (
      <>
        {unread > 0 && (
          <a href={`/forum/kiriman/${firstUnread}`}>
            <State is="soon">{unread} belum dibaca</State>
          </a>
        )}
        {closedAt && <State is="stopped">Ditutup</State>}
        {unread === 0 && !closedAt && <State is="done">Sudah dibaca</State>}
      </>
    ),
  },
  { header: 'Kiriman', cell: ({ posts }) => posts, align: 'end', priority: 2 },
  { header: 'Terakhir', cell: (row) => <Last row={row} />, priority: 2 },
]

function Last({ row }: { row: TopicRow }) {
  const { zone } = useShell()
  return (
    <>
      {row.lastBy}
      <small>{instantInWords(zone, row.lastAt)}</small>
    </>
  )
}
