import type { Page } from '#kit/list.ts'
import { numberInWords } from '#kit/text.ts'
import { ButtonLink } from '#web/button.tsx'
import { type Option, SelectField, TextField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { nameInFull } from '../person.ts'
import type { PersonRow } from '../person-store.ts'

type PersonListProps = {
  page: Page<PersonRow>
  search: { words: string; unit: string }
  /** By slug. */
  units: Option[]
  mayAdd: boolean
  /** Whether the actor looks after who comes in: invitations, accounts and their roles. */
  mayInvite: boolean
}

export function PersonListPage({ page, search, units, mayAdd, mayInvite }: PersonListProps) {
  const form = { values: { cari: search.words, unit: search.unit }, errors: {} }
  const isSearch = search.words !== '' || search.unit !== ''
  return (
    <DeskPage
      title="Pegawai"
      lead={`${numberInWords(page.total)} pegawai${isSearch ? ' ditemukan' : ''}.`}
      actions={
        <>
          {mayInvite && <ButtonLink href="/orang/undangan">Undangan</ButtonLink>}
          {mayInvite && <ButtonLink href="/orang/peran">Akun dan peran</ButtonLink>}
          {mayAdd && (
            <ButtonLink kind="primary" icon="plus" href="/orang/tambah">
              Tambah pegawai
            </ButtonLink>
          )}
        </>
      }
    >
      <FilterForm action="/orang" label="Cari pegawai">
        <TextField form={form} name="cari" label="Nama" width={20} autocomplete="off" optional />
        <SelectField form={form} name="unit" label="Unit kerja" options={units} empty="Semua unit" optional />
      </FilterForm>
      <DataTable
        caption="Pegawai menurut nama"
        rows={page.rows}
        keyOf={({ id }) => id}
        page={page}
        pathOf={(number) =>
          `/orang?${new URLSearchParams({ cari: search.words, unit: search.unit, halaman: `${number}` })}`
        }
        empty={
          isSearch ? (
            <EmptyState title="Tidak ada pegawai yang cocok">Periksa ejaan nama, atau pilih unit lain.</EmptyState>
          ) : (
            <EmptyState title="Belum ada pegawai">
              Pegawai tercatat sendiri saat lampiran keputusan diimpor; yang lain ditambahkan di sini.
            </EmptyState>
          )
        }
        columns={[
          { header: 'Nama', cell: (person) => <a href={`/orang/${person.id}`}>{nameInFull(person)}</a> },
          { header: 'Jabatan', cell: ({ position }) => position, priority: 2 },
          { header: 'Unit kerja', cell: ({ unitName }) => unitName },
          { header: 'Pangkat/golongan', cell: ({ grade }) => grade, priority: 3 },
        ]}
      />
    </DeskPage>
  )
}
