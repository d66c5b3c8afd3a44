import type { Form } from '#kit/form.ts'
import { PasswordField } from '#web/fields.tsx'
import { passwordLength } from '../password.ts'

/** The field in which a password is set: what makes a good one stands before it is typed. */
export const NewPasswordField = ({ form, label = 'Kata sandi baru' }: { form: Form; label?: string }) => (
  <PasswordField
    form={form}
    name="password"
    label={label}
    hint={`Paling sedikit ${passwordLength.least} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.`}
    autocomplete="new-password"
  />
)

/** For password managers: whose password is being set. */
export const UsernameField = ({ email }: { email: string }) => (
  <input type="hidden" autocomplete="username" value={email} />
)
