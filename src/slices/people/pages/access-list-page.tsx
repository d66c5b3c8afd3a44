import type { Page } from '#kit/list.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { DataTable } from '#web/table.tsx'
import { roleNames } from '../access.ts'
import type { AccessRow } from '../access-store.ts'

export const AccessListPage = ({ page }: { page: Page<AccessRow> }) => (
  <DeskPage
    title="Akun dan peran"
    breadcrumbs={[{ path: '/orang', label: 'Pegawai' }]}
    actions={<ButtonLink href="/orang/undangan">Undangan</ButtonLink>}
  >
    <DataTable
      caption="Akun yang dapat masuk ke instansi ini"
      rows={page.rows}
      keyOf={({ id }) => id}
      empty={null}
      page={page}
      pathOf={(number) => `/orang/peran?halaman=${number}`}
      columns={[
        { header: 'Nama', cell: ({ id, name }) => <a href={`/orang/peran/${id}`}>{name}</a> },
        { header: 'Surel', cell: ({ email }) => email },
        { header: 'Pegawai', cell: ({ personName }) => personName ?? 'Bukan pegawai', priority: 2 },
        { header: 'Peran', cell: ({ roles }) => roles.map((role) => roleNames[role]).join(', ') || 'Tanpa peran' },
      ]}
    />
  </DeskPage>
)
