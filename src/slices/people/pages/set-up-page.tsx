import type { Form } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { EmailField, TextField } from '#web/fields.tsx'
import { FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { NewPasswordField } from './new-password-field.tsx'

const zoneChoices = [
  { value: 'Asia/Jakarta', label: 'WIB' },
  { value: 'Asia/Makassar', label: 'WITA' },
  { value: 'Asia/Jayapura', label: 'WIT' },
]

export const SetUpPage = ({ form, path }: { form: Form; path: string }) => (
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
  </ReadingPage>
)
