import { blankForm, type Form, typedOf } from '#kit/form.ts'
import { capital, shortened } from '#kit/text.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, type Option, SelectField, TextField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { Tabs } from '#web/tabs.tsx'
import { TextArea } from '#web/text-area.tsx'
import { addressOf, type FollowUpFilter, sources, standings } from '../filter.ts'
import type { FollowUpRow } from '../store.ts'
import { FollowUpTable } from './follow-up-table.tsx'
import { sourceWords, standingWords } from './words.ts'

type ListProps = {
  rows: FollowUpRow[]
  /** Everything that one may read on this tab: what the filter offers. */
  all: FollowUpRow[]
  filter: FollowUpFilter
  isMine: boolean
  mayAdd: boolean
  mayTake: boolean
  opensProject: (row: FollowUpRow) => boolean
}

/** One list for each person, and one for the programme. */
export const FollowUpListPage = ({ rows, all, filter, isMine, mayAdd, mayTake, opensProject }: ListProps) => (
  <DeskPage
    title="Tindak lanjut"
    actions={
      <>
        {mayTake && rows.length > 0 && (
          <ButtonLink icon="download" href={addressOf('/tindak-lanjut.xlsx', filter, isMine)} download>
            Unduh XLSX
          </ButtonLink>
        )}
        {mayAdd && <ButtonLink href="/tindak-lanjut/baru">Catat tindak lanjut</ButtonLink>}
      </>
    }
  >
    <Tabs
      label="Tindak lanjut"
      tabs={[
        { path: '/tindak-lanjut', label: 'Milik saya' },
        { path: '/tindak-lanjut?semua=ya', label: 'Semua' },
      ]}
      current={isMine ? '/tindak-lanjut' : '/tindak-lanjut?semua=ya'}
    />
    {all.length > 0 && <Filter {...{ all, filter, isMine }} />}
    <FollowUpTable
      rows={rows}
      opensProject={opensProject}
      empty={
        all.length > 0 ? (
          <p>Tidak ada tindak lanjut yang cocok. Longgarkan saringannya.</p>
        ) : (
          <Nothing isMine={isMine} />
        )
      }
    />
  </DeskPage>
)

/** Narrows the list by how they stand, whose they are, and where they come from. */
function Filter({ all, filter, isMine }: Pick<ListProps, 'all' | 'filter' | 'isMine'>) {
  const form = blankForm({ ...typedOf(filter), semua: 'ya' })
  const width = 12
  const owners = optionsOf(all.map((row) => [row.ownerId, row.ownerName]))
  const units = optionsOf(all.flatMap((row) => (row.ownerUnitId ? [[row.ownerUnitId, row.ownerUnitName ?? '']] : [])))
  const states = standings.map((value) => ({ value, label: standingWords[value] }))
  const origins = sources.map((value) => ({ value, label: capital(sourceWords[value]) }))
  return (
    <FilterForm action="/tindak-lanjut" label="Saring tindak lanjut" act="Saring">
      {!isMine && <HiddenFields form={form} names={['semua']} />}
      <SelectField {...{ form, width }} name="keadaan" label="Keadaan" empty="Semua" options={states} optional />
      {!isMine && (
        <>
          <SelectField
            {...{ form, width }}
            name="pemilik"
            label="Pemilik"
            empty="Siapa saja"
            options={owners}
            optional
          />
          <SelectField {...{ form, width }} name="unit" label="Unit pemilik" empty="Semua" options={units} optional />
        </>
      )}
      <SelectField {...{ form, width }} name="asal" label="Asal" empty="Semua" options={origins} optional />
    </FilterForm>
  )
}

const optionsOf = (pairs: (readonly [string, string] | string[])[]): Option[] =>
  [...new Map(pairs.map(([value = '', label = '']) => [value, label]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'id'))

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
        { path, label: shortened(row.what) },
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
