import { type Form, typedIn } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { EmailField, HiddenFields, TextField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { RoleFields } from './role-fields.tsx'

const above = [
  { path: '/orang', label: 'Pegawai' },
  { path: '/orang/undangan', label: 'Undangan' },
]

export const InvitePage = ({ form, mayGiveRoles }: { form: Form; mayGiveRoles: boolean }) => (
  <DeskPage title="Undang ke Rintis" breadcrumbs={above} form={form}>
    <PostForm form={form} action="/orang/undangan">
      <HiddenFields form={form} names={['id', 'person_id']} />
      <TextField form={form} name="name" label="Nama" autocomplete="off" />
      <EmailField
        form={form}
        name="email"
        label="Surel"
        hint={
          typedIn(form, 'person_id') === ''
            ? 'Bila dikosongkan, penerima mengisi surelnya sendiri saat menerima undangan.'
            : 'Bila dikosongkan, pegawai ini mengisi surelnya sendiri saat menerima undangan.'
        }
        autocomplete="off"
        optional
      />
      {mayGiveRoles && <RoleFields form={form} />}
      <div class="actions">
        <Button kind="primary">Buat undangan</Button>
        <ButtonLink href="/orang/undangan">Batal</ButtonLink>
      </div>
    </PostForm>
  </DeskPage>
)
