import { type Form, typedIn } from '#kit/form.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { EmailField, HiddenFields, TextField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { NewPasswordField, UsernameField } from './new-password-field.tsx'

/** From whom the invitation is, and the path of its link. */
type About = { agencyName: string; path: string }

const titleOf = ({ agencyName }: About) => `Undangan dari ${agencyName}`

/** Somebody new makes an account. */
export function AcceptPage({ form, asksEmail, ...about }: About & { form: Form; asksEmail: boolean }) {
  return (
    <ReadingPage title={titleOf(about)} lead="Buat akun Anda untuk memakai Rintis." form={form}>
      <PostForm form={form} action={about.path}>
        <TextField form={form} name="name" label="Nama" autocomplete="name" />
        {asksEmail ? (
          <EmailField
            form={form}
            name="email"
            label="Surel"
            hint="Dipakai untuk masuk. Pastikan ejaannya benar."
            autocomplete="username"
          />
        ) : (
          <>
            <p>
              Anda masuk dengan surel <strong>{typedIn(form, 'email')}</strong>.
            </p>
            <HiddenFields form={form} names={['email']} />
            <UsernameField email={typedIn(form, 'email')} />
          </>
        )}
        <NewPasswordField form={form} label="Kata sandi" />
        <div class="actions">
          <Button kind="primary">Terima undangan</Button>
        </div>
      </PostForm>
      <p>
        Sudah punya akun? <a href={signInFor(about)}>Masuk dahulu</a>, lalu terima undangannya.
      </p>
    </ReadingPage>
  )
}

const signInFor = ({ path }: About) => `/masuk?ke=${encodeURIComponent(path)}`

/** The invited e-mail has an account: it is used here, too. */
export const SignInToAcceptPage = ({ email, ...about }: About & { email: string }) => (
  <ReadingPage title={titleOf(about)} lead={`Surel ${email} sudah punya akun. Masuklah untuk menerima undangan ini.`}>
    <div class="actions">
      <ButtonLink kind="primary" href={signInFor(about)}>
        Masuk
      </ButtonLink>
      <a href="/lupa-sandi">Lupa kata sandi</a>
    </div>
  </ReadingPage>
)

/** Whoever is signed in takes the invitation with that account. */
export const AcceptSignedInPage = ({ email, isForOther, ...about }: About & { email: string; isForOther: boolean }) => (
  <ReadingPage
    title={titleOf(about)}
    lead={
      isForOther
        ? `Anda sedang masuk sebagai ${email}, sedangkan undangan ini untuk surel lain. Keluarlah, lalu buka lagi tautannya.`
        : `Anda sedang masuk sebagai ${email}. Undangan ini akan berlaku untuk akun itu.`
    }
  >
    <div class="actions">
      {isForOther ? (
        <ActButton kind="primary" action="/keluar">
          Keluar
        </ActButton>
      ) : (
        <>
          <ActButton kind="primary" action={about.path}>
            Terima undangan
          </ActButton>
          <ActButton action="/keluar">Keluar, ini bukan saya</ActButton>
        </>
      )}
    </div>
  </ReadingPage>
)
