import { blankForm, typedOf } from '#kit/form.ts'
import { numberInWords } from '#kit/text.ts'
import { Bars } from '#web/bars.tsx'
import { ButtonLink } from '#web/button.tsx'
import { SelectField, TextField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, EmptyState, Prose, Section } from '#web/section.tsx'
import type { Sorting } from '#web/sort-link.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import {
  type AimCount,
  closedShare,
  type NationalFigures,
  pageOf,
  planningOf,
  standings,
  totalOf,
  type Wanted,
  type WatchedAgency,
} from '../national.ts'
import type { National } from '../national-view.ts'
import { figureWords } from '../words.ts'

/** All agencies that let this evaluator look on, beside each other; no person is named. */
export function NationalPage({ national }: { national: National }) {
  const { year, agencies, wanted, areas, targets } = national
  const pathOf = (change: Partial<Wanted>) => addressOf('/nasional', year, { ...wanted, number: 1, ...change })
  const sorting: Sorting = {
    by: wanted.order,
    descending: wanted.descending,
    pathOf: (by, descending) => pathOf({ order: by as Wanted['order'], descending }),
  }
  return (
    <DeskPage
      title={`Pemantauan nasional ${year}`}
      lead="Instansi yang memberi Anda akses sebagai evaluator, keadaan sekarang."
      actions={
        <ButtonLink href={addressOf('/nasional.xlsx', year, { ...wanted, number: 1 })} icon="download">
          Unduh XLSX
        </ButtonLink>
      }
    >
      <Filter national={national} />
      <Columns>
        <ByStage total={totalOf(agencies)} agencies={agencies.length} />
        <Aims label="Proyek menurut sasaran" title="Sasaran" aims={targets} />
      </Columns>
      <Aims label="Proyek menurut area perubahan" title="Area perubahan" aims={areas} />
      <Section title="Setiap instansi" note={`${numberInWords(agencies.length)} instansi`}>
        <div class="landscape">
          <DataTable
            caption={`Angka setiap instansi, tahun ${year}`}
            columns={columns}
            {...withPage(agencies, wanted.number)}
            keyOf={({ agencyId }) => agencyId}
            sorting={sorting}
            pathOf={(number) => pathOf({ number })}
            empty={
              <EmptyState title="Tidak ada instansi yang cocok">Kosongkan nama untuk melihat semuanya.</EmptyState>
            }
          />
        </div>
      </Section>
      <Readings year={year} />
    </DeskPage>
  )
}

function withPage(agencies: WatchedAgency[], number: number) {
  const page = pageOf(agencies, number)
  return { rows: page.rows, page }
}

/** Where the list stands as it is asked for; what is usual is left out. */
function addressOf(path: string, year: number, { words, order, descending, number }: Wanted): string {
  const query = new URLSearchParams({ tahun: String(year) })
  if (words) query.set('nama', words)
  if (order !== 'nama') query.set('urut', order)
  if (descending) query.set('turun', 'ya')
  if (number > 1) query.set('halaman', String(number))
  return `${path}?${query}`
}

function Filter({ national: { year, years, wanted } }: { national: National }) {
  const form = blankForm(typedOf({ tahun: String(year), nama: wanted.words }))
  const options = years.map((one) => ({ value: String(one), label: String(one) }))
  return (
    <FilterForm action="/nasional" label="Saring instansi" act="Tampilkan">
      <SelectField {...{ form, options }} name="tahun" label="Tahun program" width={12} />
      <TextField form={form} name="nama" label="Nama instansi" width={20} optional />
      {wanted.order !== 'nama' && <input type="hidden" name="urut" value={wanted.order} />}
      {wanted.descending && <input type="hidden" name="turun" value="ya" />}
    </FilterForm>
  )
}

const ByStage = ({ total, agencies }: { total: NationalFigures; agencies: number }) => (
  <Section
    title={`${numberInWords(total.projects)} proyek menurut tahap`}
    note={`${numberInWords(total.agents)} agen di ${numberInWords(agencies)} instansi`}
  >
    <Bars
      label="Proyek menurut tahap"
      bars={standings.map((standing) => ({ label: figureWords[standing], value: total[standing] }))}
    />
    <p>
      {numberInWords(total.late)} terlambat, {closedShare(total) ?? 'belum ada yang'} selesai,{' '}
      {numberInWords(total.integrated)} terintegrasi.
    </p>
  </Section>
)

const Aims = ({ title, label, aims }: { title: string; label: string; aims: AimCount[] }) => (
  <Section title={title} note="satu proyek dapat melayani lebih dari satu">
    {aims.length === 0 ? (
      <p>Belum ada proyek yang memilihnya.</p>
    ) : (
      <Bars label={label} bars={aims.map(({ name, projects }) => ({ label: name, value: projects }))} />
    )}
  </Section>
)

const figure = (
  header: string,
  value: (row: WatchedAgency) => number,
  but: Partial<Column<WatchedAgency>> = {},
): Column<WatchedAgency> => ({ header, cell: (row) => numberInWords(value(row)), align: 'end', ...but })

const columns: Column<WatchedAgency>[] = [
  { header: 'Instansi', cell: ({ name }) => name, sort: 'nama' },
  figure('Agen', ({ agents }) => agents, { sort: 'agen' }),
  figure('Proyek', ({ projects }) => projects, { sort: 'proyek' }),
  figure('Rencana', planningOf, { priority: 2 }),
  figure('Berjalan', ({ running }) => running, { priority: 2 }),
  figure('Dipastikan', ({ finishing }) => finishing, { priority: 3 }),
  figure('Terlambat', ({ late }) => late, { sort: 'terlambat' }),
  { header: 'Selesai', cell: (row) => closedShare(row) ?? '–', align: 'end', sort: 'selesai' },
  figure('Terintegrasi', ({ integrated }) => integrated, { sort: 'terintegrasi' }),
]

/** How the figures are counted: the page says which readings are in force. */
const Readings = ({ year }: { year: number }) => (
  <Section title="Cara menghitung" id="cara">
    <Prose>
      <ul>
        <li>Proyek dihitung menurut tahun mulainya program; satu program dihitung pada satu tahun saja.</li>
        <li>Agen ialah pegawai yang penetapannya berlaku pada 31 Desember {year}; satu orang dihitung sekali.</li>
        <li>Rencana ialah proyek yang rencana aksinya belum ditetapkan: penyusunan sampai paparan.</li>
        <li>Dipastikan ialah proyek yang dinyatakan selesai dan menunggu kepastian atasan.</li>
        <li>Terlambat ialah proyek yang melewati batas waktu tahapnya menurut zona waktu instansi.</li>
        <li>Selesai ialah bagian proyek yang sudah dipastikan oleh selain agennya.</li>
        <li>Terintegrasi ialah perubahan yang dokumennya sudah diverifikasi oleh selain agennya.</li>
      </ul>
    </Prose>
  </Section>
)
