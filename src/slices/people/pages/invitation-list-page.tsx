import { dayIn, dayInWords, type Zone } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { roleNames } from '../access.ts'
import { type Invitation, stateOf } from '../invitation.ts'
import type { Uninvited } from '../invitation-store.ts'

type ListProps = {
  invitations: Invitation[]
  uninvited: Uninvited[]
  now: Date
  zone: Zone
  mayShow: (invitation: Invitation) => boolean
}

export const InvitationListPage = ({ invitations, uninvited, now, zone, mayShow }: ListProps) => (
  <DeskPage
    title="Undangan"
    breadcrumbs={[{ path: '/orang', label: 'Pegawai' }]}
    actions={
      <>
        <ButtonLink href="/orang/peran">Akun dan peran</ButtonLink>
        <ButtonLink kind="primary" href="/orang/undangan/baru">
          Undang seseorang
        </ButtonLink>
      </>
    }
  >
    <Section title="Belum diterima" note={`${invitations.length} undangan`}>
      <DataTable
        caption="Undangan yang belum diterima"
        rows={invitations}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Tidak ada undangan yang menunggu." />}
        columns={[
          {
            header: 'Nama',
            cell: (each) => (mayShow(each) ? <a href={`/orang/undangan/${each.id}`}>{each.name}</a> : each.name),
          },
          { header: 'Surel', cell: ({ email }) => email ?? 'Diisi penerima' },
          { header: 'Peran', cell: ({ roles }) => roles.map((role) => roleNames[role]).join(', ') || 'Tanpa peran' },
          { header: 'Berlaku', cell: (each) => <Validity invitation={each} now={now} zone={zone} /> },
        ]}
      />
    </Section>
    <Section title="Belum diundang" note={`${uninvited.length} pegawai`}>
      <DataTable
        caption="Pegawai yang belum punya akun dan belum diundang"
        rows={uninvited}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Semua pegawai sudah punya akun atau undangan." />}
        columns={[
          { header: 'Nama', cell: ({ name }) => name },
          { header: 'Jabatan', cell: ({ position }) => position, priority: 2 },
          { header: 'Surel', cell: ({ email }) => email ?? <State is="soon">Belum ada surel</State> },
          {
            header: 'Tindakan',
            cell: ({ id, name }) => (
              <a href={`/orang/undangan/baru?pegawai=${id}`}>
                Undang<span class="hidden"> {name}</span>
              </a>
            ),
          },
        ]}
      />
    </Section>
  </DeskPage>
)

function Validity({ invitation, now, zone }: { invitation: Invitation; now: Date; zone: Zone }) {
  const until = dayInWords(dayIn(zone, invitation.expiresAt))
  return stateOf(invitation, now) === 'expired' ? (
    <State is="late">Lewat sejak {until}</State>
  ) : (
    <State is="open">Sampai {until}</State>
  )
}
