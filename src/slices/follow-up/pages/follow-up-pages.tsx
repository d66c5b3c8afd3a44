import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { Tabs } from '#web/tabs.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { FollowUpRow } from '../store.ts'
import { FollowUpTable } from './follow-up-table.tsx'

type ListProps = { rows: FollowUpRow[]; isMine: boolean; mayAdd: boolean; opensProject: (row: FollowUpRow) => boolean }

/** One list for each person, and one for the programme. */
export const FollowUpListPage = ({ rows, isMine, mayAdd, opensProject }: ListProps) => (
  <DeskPage
    title="Tindak lanjut"
    actions={mayAdd && <ButtonLink href="/tindak-lanjut/baru">Catat tindak lanjut</ButtonLink>}
  >
    <Tabs
      label="Tindak lanjut"
      tabs={[
        { path: '/tindak-lanjut', label: 'Milik saya' },
        { path: '/tindak-lanjut?semua=ya', label: 'Semua' },
      ]}
      current={isMine ? '/tindak-lanjut' : '/tindak-lanjut?semua=ya'}
    />
    <FollowUpTable rows={rows} opensProject={opensProject} empty={<Nothing isMine={isMine} />} />
  </DeskPage>
)

const Nothing = ({ isMine }: { isMine: boolean }) => (
  <EmptyState title={isMine ? 'Tidak ada tindak lanjut yang menunggu Anda' : 'Belum ada tindak lanjut'}>
    Yang disepakati dalam pengembalian, sidang, laporan, atau rapat muncul di sini.
  </EmptyState>
)

type NewProps = { form: Form; owners: Option[]; back: string }

/** The form of something that was agreed. */
export const NewFollowUpPage = ({ form, owners, back }: NewProps) => (
  <ReadingPage
    title="Tindak lanjut baru"
    breadcrumbs={[{ path: '/tindak-lanjut', label: 'Tindak lanjut' }]}
    form={form}
  >
    <PostForm form={form} action="/tindak-lanjut">
      <HiddenFields form={form} names={['id', 'project_id']} />
      <TextArea form={form} name="what" label="Yang harus dilakukan" />
      <SelectField form={form} name="owner_id" label="Pemilik" hint="Siapa yang mengerjakannya." options={owners} />
      <DateField form={form} name="due_on" label="Batas waktu" />
      <TextField
        form={form}
        name="origin"
        label="Asal"
        width="full"
        hint="Di mana hal ini disepakati, misalnya rapat 12 Maret."
      />
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">Catat tindak lanjut</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

type CorrectionProps = { row: FollowUpRow; form: Form; owners: Option[] }

/** Another owner or due day, with the reason. */
export function CorrectionPage({ row, form, owners }: CorrectionProps) {
  const path = `/tindak-lanjut/${row.id}`
  return (
    <ReadingPage
      title="Koreksi tindak lanjut"
      lead={row.what}
      breadcrumbs={[
        { path: '/tindak-lanjut', label: 'Tindak lanjut' },
        { path, label: row.what },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${path}/koreksi`}>
        <HiddenFields form={form} names={['revision']} />
        <SelectField form={form} name="owner_id" label="Pemilik" hint="Siapa yang mengerjakannya." options={owners} />
        <DateField form={form} name="due_on" label="Batas waktu" />
        <TextArea form={form} name="reason" label="Alasan" rows={3} hint="Tersimpan pada halaman tindak lanjut ini." />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Simpan koreksi</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
