import { instantInWords, type Zone } from '#kit/date.ts'
import { type Form, typedIn } from '#kit/form.ts'
import { trialNaan } from '#kit/naan.ts'
import { Alert } from '#web/alert.tsx'
import { Button } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { EmailField, FieldRow, HiddenFields, TextField, TimeField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'

/** How the daily copies of the installation stand. */
export type BackupState = {
  lastSuccessAt: Date | null
  /** What is wrong with the newest copy; null when it is whole. */
  problem: string | null
}

type SettingsProps = { form: Form; mayChange: boolean; backup: BackupState; arkNaan: string }

export function SettingsPage({ form, mayChange, backup, arkNaan }: SettingsProps) {
  return (
    <DeskPage title="Pengaturan" lead="Berlaku untuk seluruh instansi." form={form}>
      <Section title="Instansi">{mayChange ? <SettingsForm form={form} /> : <SettingsFacts form={form} />}</Section>
      <Section title="Cadangan data">
        <Backup {...backup} />
        <p>
          <a href="/pengaturan/keutuhan">Keutuhan berkas</a>
        </p>
        {mayChange && (
          <p>
            <a href="/pengaturan/karantina">Karantina</a>
          </p>
        )}
      </Section>
      <Section title="Alamat tetap dokumentasi">
        <LastingAddresses arkNaan={arkNaan} />
      </Section>
    </DeskPage>
  )
}

const zoneWords: Record<Zone, string> = {
  'Asia/Jakarta': 'WIB (Waktu Indonesia Barat)',
  'Asia/Makassar': 'WITA (Waktu Indonesia Tengah)',
  'Asia/Jayapura': 'WIT (Waktu Indonesia Timur)',
}

const SettingsForm = ({ form }: { form: Form }) => (
  <PostForm form={form} action="/pengaturan" guarded>
    <HiddenFields form={form} names={['revision']} />
    <TextField form={form} name="name" label="Nama instansi" maxLength={200} autocomplete="organization" />
    <RadioFields
      form={form}
      name="zone"
      label="Zona waktu"
      hint="Batas waktu berlaku sampai akhir hari di zona ini."
      choices={Object.entries(zoneWords).map(([value, label]) => ({ value, label }))}
    />
    <EmailField
      form={form}
      name="contact_email"
      label="Surel kontak"
      hint="Alamat kantor untuk pertanyaan tentang program ini; tampak oleh umum."
      optional
    />
    <FieldRow>
      <TimeField
        form={form}
        name="mails_from"
        label="Jam kerja mulai"
        hint="Pengingat dikirim pada hari dan jam kerja."
      />
      <TimeField form={form} name="mails_until" label="Jam kerja berakhir" />
    </FieldRow>
    <FormBar>
      <Button kind="primary">Simpan</Button>
    </FormBar>
  </PostForm>
)

const SettingsFacts = ({ form }: { form: Form }) => (
  <Facts
    facts={[
      { term: 'Nama instansi', detail: typedIn(form, 'name') },
      { term: 'Zona waktu', detail: zoneWords[typedIn(form, 'zone') as Zone] },
      {
        term: 'Jam kerja',
        detail: `${typedIn(form, 'mails_from')}–${typedIn(form, 'mails_until')}, Senin sampai Jumat`.replaceAll(
          ':',
          '.',
        ),
      },
      { term: 'Surel kontak', detail: typedIn(form, 'contact_email') || 'Belum diisi' },
    ]}
  />
)

const LastingAddresses = ({ arkNaan }: { arkNaan: string }) =>
  arkNaan === trialNaan ? (
    <Alert kind="soon" title={`Nomor ${trialNaan} hanya untuk uji coba.`}>
      Alamat tetap yang dibuat dengan nomor ini tidak dikenal di luar. Minta nomor (NAAN) kepada ARK Alliance, lalu
      pengelola server mengisinya di RINTIS_ARK_NAAN. Dokumentasi yang sudah beralamat tetap memakai alamatnya.
    </Alert>
  ) : (
    <p>Dokumentasi baru mendapat alamat tetap dengan nomor (NAAN) {arkNaan}.</p>
  )

function Backup({ lastSuccessAt, problem }: BackupState) {
  const { zone } = useShell()
  const last = lastSuccessAt
    ? `Cadangan terakhir yang utuh dibuat ${instantInWords(zone, lastSuccessAt)}.`
    : 'Belum ada cadangan harian yang utuh.'
  if (problem) {
    return (
      <Alert kind="late" title="Cadangan harian terbaru tidak utuh.">
        {problem} {last}
      </Alert>
    )
  }
  return lastSuccessAt ? <p>{last}</p> : <Alert kind="soon" title={last} />
}
