import type { Form } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { EmailField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { NewPasswordField, UsernameField } from './new-password-field.tsx'

export const AskResetPage = ({ form }: { form: Form }) => (
  <ReadingPage
    title="Lupa kata sandi"
    lead="Kami mengirim tautan untuk membuat kata sandi baru ke surel akun Anda."
    form={form}
  >
    <PostForm form={form} action="/lupa-sandi">
      <EmailField form={form} name="email" label="Surel" autocomplete="username" />
      <div class="actions">
        <Button kind="primary">Kirim tautan</Button>
        <a href="/masuk">Kembali ke halaman masuk</a>
      </div>
    </PostForm>
  </ReadingPage>
)

/** Says the same whether the e-mail has an account or not. */
export const ResetAskedPage = () => (
  <ReadingPage title="Periksa surel Anda">
    <p>
      Bila surel itu punya akun, tautan untuk membuat kata sandi baru sedang dikirim ke sana. Tautan berlaku 60 menit.
      Periksa juga folder spam.
    </p>
    <p>Tidak menerima surel? Admin atau sekretariat instansi Anda dapat memberikan tautan itu langsung kepada Anda.</p>
    <p>
      <a href="/masuk">Kembali ke halaman masuk</a>
    </p>
  </ReadingPage>
)

export const ResetPage = ({ form, email, path }: { form: Form; email: string; path: string }) => (
  <ReadingPage title="Buat kata sandi baru" lead={`Untuk akun ${email}. Semua perangkat akan dikeluarkan.`} form={form}>
    <PostForm form={form} action={path}>
      <UsernameField email={email} />
      <NewPasswordField form={form} />
      <div class="actions">
        <Button kind="primary">Simpan kata sandi</Button>
      </div>
    </PostForm>
  </ReadingPage>
)
