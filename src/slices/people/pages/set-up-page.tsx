import type { Form } from '#kit/form.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { EmailField, TextField } from '#web/fields.tsx'
import { FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { NewPasswordField } from './new-password-field.tsx'

const zoneChoices = [
  { value: 'Asia/Jakarta', label: 'WIB' },
  { value: 'Asia/Makassar', label: 'WITA' },
  { value: 'Asia/Jayapura', label: 'WIT' },
]

type SetUpProps = { form: Form; path: string; demoPath: string | undefined }

export const SetUpPage = ({ form, path, demoPath }: SetUpProps) => (
  <ReadingPage title="Pasang Rintis" lead="Buat instansi Anda dan akun admin yang pertama." form={form}>
    <PostForm form={form} action={path}>
      <FormPart title="Instansi">
        <TextField form={form} name="agency_name" label="Nama instansi" autocomplete="organization" />
        <RadioFields
          form={form}
          name="zone"
          label="Zona waktu"
          hint="Batas waktu berakhir pada akhir hari di zona ini."
          choices={zoneChoices}
        />
      </FormPart>
      <FormPart title="Admin" note="Admin mengundang orang lain dan memberi peran.">
        <TextField form={form} name="name" label="Nama Anda" autocomplete="name" />
        <EmailField form={form} name="email" label="Surel" hint="Dipakai untuk masuk." autocomplete="username" />
        <NewPasswordField form={form} label="Kata sandi" />
      </FormPart>
      <div class="actions">
        <Button kind="primary">Pasang</Button>
      </div>
    </PostForm>
    {demoPath && (
      <Section title="Atau lihat-lihat dahulu">
        <p>
          Isi Rintis dengan program peragaan: instansi, pegawai, dan 14 proyek rekaan. Pengisiannya memakan waktu
          sekitar satu menit; biarkan halaman ini terbuka. Semuanya dapat dihapus lagi.
        </p>
        <div class="actions">
          <ActButton action={demoPath}>Isi program peragaan</ActButton>
        </div>
      </Section>
    )}
  </ReadingPage>
)

type Shown = { email: string; password: string; word: string }

/** What the accounts of the demonstration are for, by the word of the command line. */
const wordNames: Record<string, string> = {
  admin: 'Admin',
  secretariat: 'Sekretariat',
  leadership: 'Pimpinan',
  evaluator: 'Evaluator',
  agent: 'Agen perubahan',
  head: 'Atasan',
  judge: 'Penilai',
  steward: 'Penanggung jawab dokumentasi',
  chair: 'Ketua forum',
}

/** The demonstration is there: with what its people sign in. Shown once. */
export const ShownAroundPage = ({ accounts }: { accounts: Shown[] }) => (
  <ReadingPage title="Program peragaan sudah terisi" lead="Catat kata sandinya: halaman ini hanya tampil sekali.">
    <Facts facts={[{ term: 'Kata sandi semua akun', detail: <code>{accounts[0]?.password}</code> }]} />
    <div class="actions">
      <ButtonLink kind="primary" href="/masuk">
        Masuk
      </ButtonLink>
    </div>
    <Section title="Akun peragaan">
      <DataTable
        caption="Surel akun peragaan, dan sebagai apa akun itu masuk"
        rows={accounts}
        keyOf={({ email }) => email}
        empty={null}
        columns={[
          { header: 'Surel', cell: ({ email }) => email },
          { header: 'Sebagai', cell: ({ word }) => wordNames[word] ?? word },
        ]}
      />
    </Section>
  </ReadingPage>
)
