import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DateField, HiddenFields, type Option, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { Tabs } from '#web/tabs.tsx'
import { TextArea } from '#web/text-area.tsx'
import { type FollowUpAct, followUpAllows } from '../follow-up.ts'
import type { FollowUpRow } from '../store.ts'
import { FollowUpTable, ProjectName, Standing } from './follow-up-table.tsx'
import { sourceWords } from './words.ts'

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
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">Catat tindak lanjut</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

type OneProps = { row: FollowUpRow; form: Form; may: (act: FollowUpAct) => boolean; opensProject: boolean }

/** One follow-up: how it stands, and what can be done about it by whoever reads it. */
export function FollowUpPage({ row, form, may, opensProject }: OneProps) {
  const path = `/tindak-lanjut/${row.id}`
  const isOpen = (act: FollowUpAct) => may(act) && followUpAllows(row.state, act)
  return (
    <DeskPage title={row.what} breadcrumbs={[{ path: '/tindak-lanjut', label: 'Tindak lanjut' }]} form={form}>
      <Facts
        facts={[
          { term: 'Keadaan', detail: <Standing row={row} /> },
          { term: 'Pemilik', detail: row.ownerName },
          { term: 'Batas', detail: weekdayInWords(row.dueOn) },
          { term: 'Asal', detail: sourceWords[row.source] },
          ...(row.projectCode ? [{ term: 'Proyek', detail: <ProjectName row={row} isLink={opensProject} /> }] : []),
          ...(row.outcome ? [{ term: 'Hasil', detail: row.outcome }] : []),
          ...(row.remark ? [{ term: 'Catatan', detail: row.remark }] : []),
        ]}
      />
      {isOpen('finish') && (
        <Section title="Nyatakan selesai">
          <PostForm form={form} action={`${path}/selesai`}>
            <TextArea
              form={form}
              name="outcome"
              label="Yang sudah dilakukan"
              hint="Sebut hasilnya dan di mana buktinya."
            />
            <Button kind="primary">Nyatakan selesai</Button>
          </PostForm>
        </Section>
      )}
      {isOpen('close') && (
        <ActButton kind="primary" action={`${path}/tutup`}>
          Tutup tindak lanjut
        </ActButton>
      )}
      {(isOpen('reopen') || isOpen('drop')) && (
        <Section title="Kembalikan atau batalkan">
          <PostForm form={form} action={`${path}/${isOpen('reopen') ? 'kembalikan' : 'batalkan'}`} prefix="catatan-">
            <TextArea form={form} name="remark" label="Alasan" rows={3} />
            <div class="actions">
              {isOpen('reopen') && <Button formAction={`${path}/kembalikan`}>Kembalikan</Button>}
              {isOpen('drop') && (
                <Button kind="danger" formAction={`${path}/batalkan`}>
                  Batalkan
                </Button>
              )}
            </div>
          </PostForm>
        </Section>
      )}
    </DeskPage>
  )
}
