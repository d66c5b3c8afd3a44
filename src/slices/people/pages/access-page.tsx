import type { Form } from '#kit/form.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { CopyText } from '#web/copy-text.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { roleNames } from '../access.ts'
import type { AccessRow } from '../access-store.ts'
import { resetMinutes } from '../account.ts'
import { RoleFields } from './role-fields.tsx'

type AccessPageProps = {
  form: Form
  access: AccessRow
  may: { changeRoles: boolean; end: boolean; resetPassword: boolean }
}

const above = [
  { path: '/orang', label: 'Pegawai' },
  { path: '/orang/peran', label: 'Akun dan peran' },
]

export function AccessPage({ form, access, may }: AccessPageProps) {
  const path = `/orang/peran/${access.id}`
  return (
    <DeskPage title={access.name} breadcrumbs={above} form={form}>
      <Facts
        facts={[
          { term: 'Surel', detail: access.email },
          { term: 'Pegawai', detail: access.personName ?? 'Akun ini bukan akun seorang pegawai' },
          { term: 'Peran', detail: access.roles.map((role) => roleNames[role]).join(', ') || 'Tanpa peran' },
        ]}
      />
      {may.changeRoles && (
        <Section title="Ubah peran">
          <PostForm form={form} action={path}>
            <HiddenFields form={form} names={['revision']} />
            <RoleFields form={form} />
            <div class="actions">
              <Button kind="primary">Simpan peran</Button>
              <ButtonLink href="/orang/peran">Batal</ButtonLink>
            </div>
          </PostForm>
        </Section>
      )}
      {may.resetPassword && (
        <Section title="Lupa kata sandi">
          <p>Untuk pemilik akun yang tidak menerima surel: buat tautan kata sandi baru, lalu serahkan sendiri.</p>
          <ActButton action={`${path}/tautan-sandi`}>Buat tautan kata sandi baru</ActButton>
        </Section>
      )}
      {may.end && (
        <Section title="Akhiri akses">
          <ConfirmAct action={`${path}/akhiri`} act="Akhiri akses" question={`Akhiri akses ${access.name}?`}>
            <p>Akun ini tidak dapat lagi masuk ke instansi ini. Data dan jejaknya tetap ada. Undang lagi bila perlu.</p>
          </ConfirmAct>
        </Section>
      )}
    </DeskPage>
  )
}

export const ResetLinkPage = ({ access, link }: { access: AccessRow; link: string }) => (
  <DeskPage
    title="Tautan kata sandi baru"
    lead={`Serahkan tautan ini kepada ${access.name} sendiri. Tautan berlaku ${resetMinutes} menit, sekali pakai, dan tidak ditampilkan lagi.`}
    breadcrumbs={[...above, { path: `/orang/peran/${access.id}`, label: access.name }]}
  >
    <CopyText label="tautan">{link}</CopyText>
  </DeskPage>
)
