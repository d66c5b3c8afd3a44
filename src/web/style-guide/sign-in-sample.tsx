import { blankForm } from '#kit/form.ts'
import { Button } from '../button.tsx'
import { EmailField, PasswordField } from '../fields.tsx'
import { PostForm } from '../form.tsx'
import { ReadingPage } from '../page.tsx'

const form = blankForm()

/** A short form before one is signed in. */
export const SignInSample = () => (
  <ReadingPage title="Masuk" lead="Dengan surel dan kata sandi Anda.">
    <PostForm form={form} action="/gaya/masuk">
      <EmailField form={form} name="email" label="Surel" autocomplete="username" autofocus />
      <PasswordField form={form} name="password" label="Kata sandi" autocomplete="current-password" />
      <div class="actions">
        <Button kind="primary">Masuk</Button>
        <a href="/gaya/masuk">Lupa kata sandi</a>
      </div>
    </PostForm>
  </ReadingPage>
)
