import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { PasswordField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { NewPasswordField } from './new-password-field.tsx'

export const ChangePasswordPage = ({ form }: { form: Form }) => (
  <DeskPage title="Ganti kata sandi" breadcrumbs={[{ path: '/akun', label: 'Akun saya' }]} form={form}>
    <PostForm form={form} action="/akun/kata-sandi">
      <PasswordField form={form} name="current_password" label="Kata sandi sekarang" autocomplete="current-password" />
      <NewPasswordField form={form} />
      <CheckboxField form={form} name="end_others" label="Keluarkan akun ini dari perangkat lain" optional />
      <div class="actions">
        <Button kind="primary">Ganti kata sandi</Button>
        <ButtonLink href="/akun">Batal</ButtonLink>
      </div>
    </PostForm>
  </DeskPage>
)
