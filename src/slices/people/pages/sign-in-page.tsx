import { type Form, typedIn } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { EmailField, HiddenFields, PasswordField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { carried, reassuring } from '../resume.ts'

/** Signing in; also in the middle of a form, which it then carries. */
export const SignInPage = ({ form }: { form: Form }) => (
  <ReadingPage title="Masuk" form={form}>
    <PostForm form={reassuring(form)} action="/masuk">
      <HiddenFields form={form} names={['next', ...carried].filter((name) => typedIn(form, name) !== '')} />
      <EmailField form={form} name="email" label="Surel" autocomplete="username" />
      <PasswordField form={form} name="password" label="Kata sandi" autocomplete="current-password" />
      <CheckboxField
        form={form}
        name="remember"
        label="Ingat saya di perangkat ini"
        hint="Sampai tujuh hari. Jangan centang di komputer yang dipakai bersama."
        optional
      />
      <div class="actions">
        <Button kind="primary">Masuk</Button>
        <a href="/lupa-sandi">Lupa kata sandi</a>
      </div>
    </PostForm>
  </ReadingPage>
)
