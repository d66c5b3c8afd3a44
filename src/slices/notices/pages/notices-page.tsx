import { instantInWords } from '#kit/date.ts'
import type { Page } from '#kit/list.ts'
import { ActButton } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Notice } from '../notice.ts'

/** What the person was told, newest first; opening one marks it as read. */
export function NoticesPage({ page, unread }: { page: Page<Notice>; unread: number }) {
  const { zone } = useShell()
  const columns: Column<Notice>[] = [
    { header: 'Pemberitahuan', cell: ({ subject }) => subject },
    { header: 'Isi', cell: ({ sentence }) => sentence },
    { header: 'Waktu', cell: ({ createdAt }) => instantInWords(zone, createdAt) },
    { header: 'Keadaan', cell: ({ readAt }) => <State {...(readAt ? read : fresh)} /> },
    { header: 'Tindakan', cell: Open },
  ]
  return (
    <DeskPage
      title="Pemberitahuan"
      lead={unread === 0 ? 'Semua sudah dibaca.' : `${unread} belum dibaca.`}
      actions={unread > 0 && <ActButton action="/pemberitahuan/baca">Tandai semua sudah dibaca</ActButton>}
    >
      <DataTable
        caption="Pemberitahuan untuk Anda, terbaru lebih dahulu"
        columns={columns}
        rows={page.rows}
        keyOf={({ id }) => id}
        empty={<p>Belum ada pemberitahuan. Di sini Anda diberi tahu bila ada yang menunggu Anda.</p>}
        page={page}
        pathOf={(number) => `/pemberitahuan?halaman=${number}`}
      />
    </DeskPage>
  )
}

const read = { is: 'done', children: 'Sudah dibaca' } as const
const fresh = { is: 'open', children: 'Belum dibaca' } as const

const Open = ({ id, button }: Notice) => (
  <ActButton kind="quiet" action={`/pemberitahuan/${id}/buka`}>
    {button}
  </ActButton>
)
