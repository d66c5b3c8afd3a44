import { instantInWords, type Zone } from '#kit/date.ts'
import { ActButton } from '#web/button.tsx'
import { CopyText } from '#web/copy-text.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { roleNames } from '../access.ts'
import { type Invitation, stateOf } from '../invitation.ts'

type InvitationPageProps = {
  invitation: Invitation
  link: string
  now: Date
  zone: Zone
  /** Whether letters leave this machine: where they don't, the link is handed over by other means. */
  sendsMail: boolean
}

const above = [
  { path: '/orang', label: 'Pegawai' },
  { path: '/orang/undangan', label: 'Undangan' },
]

/** One invitation with its link; it prints as a sheet that can be handed over. */
export function InvitationPage({ invitation, link, now, zone, sendsMail }: InvitationPageProps) {
  const { id, name, email, roles, expiresAt } = invitation
  const state = stateOf(invitation, now)
  const isUsable = state === 'open'
  const act = (verb: string) => `/orang/undangan/${id}/${verb}`
  return (
    <DeskPage title={`Undangan untuk ${name}`} breadcrumbs={above}>
      <Facts
        facts={[
          { term: 'Surel', detail: email ?? 'Diisi oleh penerima' },
          { term: 'Peran', detail: roles.map((role) => roleNames[role]).join(', ') || 'Tanpa peran' },
          {
            term: isUsable ? 'Berlaku sampai' : 'Keadaan',
            detail: isUsable ? instantInWords(zone, expiresAt) : words[state],
          },
        ]}
      />
      {isUsable && (
        <Section title="Tautan undangan">
          <p class="paper-only">
            Buka alamat ini di peramban untuk membuat akun Rintis Anda. Jangan berikan kepada orang lain.
          </p>
          <p class="screen-only">
            Salin tautan ini dan kirimkan sendiri, misalnya lewat WhatsApp, atau cetak halaman ini. Tautan ini hanya
            untuk {name}: siapa pun yang memegangnya dapat membuat akun dengannya.
          </p>
          <CopyText label="tautan">{link}</CopyText>
        </Section>
      )}
      {(state === 'open' || state === 'expired') && (
        <div class="actions screen-only">
          {email !== null && (
            <ActButton {...(sendsMail && { kind: 'primary' })} action={act('kirim')}>
              Kirim lewat surel
            </ActButton>
          )}
          <ActButton action={act('perbarui')}>Perbarui tautan</ActButton>
          <ActButton kind="danger" action={act('tarik')}>
            Tarik undangan
          </ActButton>
        </div>
      )}
    </DeskPage>
  )
}

const words = {
  open: 'Menunggu diterima',
  accepted: 'Sudah diterima',
  withdrawn: 'Sudah ditarik',
  expired: 'Lewat masa berlakunya; perbarui tautannya',
} as const
