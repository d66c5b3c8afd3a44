import { instantInWords, type Zone } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { Facts } from '#web/facts.tsx'
import { TextField } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { deviceInWords } from '../device.ts'
import { type MailChoice, mailChoices } from '../mail-choice.ts'
import type { Session } from '../session.ts'

type AccountPageProps = {
  form: Form
  mailForm: Form
  email: string
  sessions: Session[]
  /** The session of this very request. */
  currentId: string
  agencies: { id: string; name: string }[]
  agencyId: string
  zone: Zone
}

export const AccountPage = (props: AccountPageProps) => {
  const { form, mailForm, email, sessions, currentId, agencies, agencyId, zone } = props
  return (
    <DeskPage title="Akun saya" form={form} actions={<ButtonLink href="/akun/kata-sandi">Ganti kata sandi</ButtonLink>}>
      <Section title="Nama dan surel">
        <PostForm form={form} action="/akun">
          <Facts facts={[{ term: 'Surel untuk masuk', detail: email }]} />
          <TextField form={form} name="name" label="Nama" autocomplete="name" />
          <Button kind="primary">Simpan nama</Button>
        </PostForm>
      </Section>
      <Section title="Surel dari Rintis">
        <PostForm form={mailForm} action="/akun/surel">
          <RadioFields
            form={mailForm}
            name="mail_choice"
            label="Surel yang Anda terima"
            hint="Di Rintis sendiri semua pemberitahuan tetap tampak. Pengingat hanya dikirim pada jam kerja instansi."
            choices={mailChoices.map((value) => ({ value, label: choiceWords[value] }))}
          />
          <Button>Simpan pilihan surel</Button>
        </PostForm>
      </Section>
      {agencies.length > 1 && (
        <Section title="Instansi" id="instansi">
          <DataTable
            caption="Instansi yang dapat Anda pilih"
            rows={agencies}
            keyOf={({ id }) => id}
            empty={null}
            columns={[
              { header: 'Instansi', cell: ({ name }) => name },
              {
                header: 'Pilihan',
                cell: ({ id, name }) =>
                  id === agencyId ? (
                    'Sedang dipakai'
                  ) : (
                    <ActButton action="/akun/instansi" hidden={{ agency_id: id }}>
                      Pindah<span class="hidden"> ke {name}</span>
                    </ActButton>
                  ),
              },
            ]}
          />
        </Section>
      )}
      <Section title="Perangkat yang masuk" note={`${sessions.length} perangkat`}>
        <DataTable
          caption="Perangkat tempat akun ini masuk"
          rows={sessions}
          keyOf={({ id }) => id}
          empty={null}
          columns={[
            { header: 'Perangkat', cell: ({ userAgent }) => deviceInWords(userAgent) },
            { header: 'Masuk', cell: ({ createdAt }) => instantInWords(zone, createdAt), priority: 2 },
            { header: 'Terakhir dipakai', cell: ({ seenAt }) => instantInWords(zone, seenAt) },
            {
              header: 'Tindakan',
              cell: ({ id, userAgent }) =>
                id === currentId ? (
                  'Perangkat ini'
                ) : (
                  <ActButton action="/akun/sesi/akhiri" hidden={{ session_id: id }}>
                    Keluarkan<span class="hidden"> {deviceInWords(userAgent)}</span>
                  </ActButton>
                ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <ActButton action="/akun/sesi/akhiri-lainnya">Keluarkan semua perangkat lain</ActButton>
        )}
      </Section>
    </DeskPage>
  )
}

const choiceWords: Record<MailChoice, string> = {
  usual: 'Keputusan langsung, pengingat dirangkum sekali sehari',
  each: 'Keputusan langsung, pengingat satu per satu',
  'office-hours': 'Keputusan pada jam kerja saja, pengingat dirangkum sekali sehari',
  decisions: 'Keputusan langsung, tanpa pengingat',
}
