import { type Day, dayInWords } from '#kit/date.ts'
import type { Page } from '#kit/list.ts'
import { capital, countInWords, listInWords, numberInWords } from '#kit/text.ts'
import { ButtonLink } from '#web/button.tsx'
import { type Option, SelectField, TextField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Pager } from '#web/pager.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { LackingProject } from '../due-store.ts'
import type { RecordingRow } from '../store.ts'
import { RecordingList, type Shown } from './recording-list.tsx'

type Search = { words: string; programme: string }

type Props = {
  page: Page<Shown>
  search: Search
  programmes: Option[]
  mayReadRetention: boolean
  keepsAnything: boolean
  /** Public ones of which no consent was recorded, for the secretariat. */
  unasked: RecordingRow[]
  /** Projects of the programme without a film or steward, by when they have both, and who documents it. */
  lacking: LackingProject[]
  dueOn: Day | null
  steward: string | null
  stewardPath: string | null
}

/** All recordings of the agency, found by word, and the projects that still lack a film. */
export function RecordingListPage({
  page,
  search,
  programmes,
  unasked,
  mayReadRetention,
  keepsAnything,
  ...rest
}: Props) {
  const form = { values: { cari: search.words, program: search.programme }, errors: {} }
  const isSearched = search.words !== '' || search.programme !== ''
  return (
    <DeskPage
      title="Dokumentasi"
      lead={`${numberInWords(page.total)} dokumentasi${isSearched ? ' ditemukan' : ' tersimpan'}.`}
      actions={
        <>
          {mayReadRetention && <ButtonLink href="/dokumentasi/retensi">Retensi</ButtonLink>}
          {keepsAnything && <ButtonLink href="/arsip">Kantong arsip</ButtonLink>}
        </>
      }
    >
      <FilterForm action="/dokumentasi" label="Cari dokumentasi">
        <TextField
          form={form}
          name="cari"
          label="Kata dalam judul atau uraian"
          width={20}
          autocomplete="off"
          optional
        />
        <SelectField form={form} name="program" label="Program" options={programmes} empty="Semua program" optional />
      </FilterForm>
      {page.rows.length === 0 ? <Nothing isSearched={isSearched} /> : <Found page={page} search={search} />}
      {unasked.length > 0 && <Unasked rows={unasked} />}
      <Lacking {...rest} />
    </DeskPage>
  )
}

const Nothing = ({ isSearched }: { isSearched: boolean }) => (
  <EmptyState title={isSearched ? 'Tidak ada dokumentasi yang cocok' : 'Belum ada dokumentasi'}>
    {isSearched
      ? 'Coba kata lain, atau pilih semua program.'
      : 'Film dan berkas ditambahkan dari bagian Dokumentasi pada halaman setiap proyek.'}
  </EmptyState>
)

function Found({ page, search: { words, programme } }: { page: Page<Shown>; search: Search }) {
  const pathOf = (number: number) =>
    `/dokumentasi?${new URLSearchParams({ cari: words, program: programme, halaman: String(number) })}`
  return (
    <>
      <h2 class="hidden">Yang tersimpan</h2>
      <RecordingList rows={page.rows} withProject />
      {page.total > page.size && <Pager page={page} pathOf={pathOf} />}
    </>
  )
}

const Unasked = ({ rows }: { rows: RecordingRow[] }) => (
  <Section title="Persetujuan belum dicatat" note={`${capital(countInWords(rows.length))} dokumentasi`}>
    <p>Aksesnya umum, tetapi belum dicatat apakah mereka yang terekam setuju.</p>
    <ul>
      {rows.map(({ id, code, title }) => (
        <li key={id}>
          <a href={`/dokumentasi/${code}/akses`}>{title}</a>
        </li>
      ))}
    </ul>
  </Section>
)

type LackingProps = Pick<Props, 'lacking' | 'dueOn' | 'steward' | 'stewardPath'>

function Lacking({ lacking, dueOn, steward, stewardPath }: LackingProps) {
  const { today } = useShell()
  return (
    <Section
      title="Proyek tanpa film atau penanggung jawab"
      id="tanpa-film"
      note={lacking.length > 0 ? `${capital(countInWords(lacking.length))} proyek` : undefined}
      act={stewardPath && <a href={stewardPath}>Penanggung jawab program</a>}
    >
      <p>{steward ? `Penanggung jawab program: ${steward}` : 'Penanggung jawab program belum ditunjuk.'}</p>
      {dueOn && lacking.length > 0 && (
        <p>
          Ditunggu sampai {dayInWords(dueOn)}. <DueMark on={dueOn} today={today} />
        </p>
      )}
      <DataTable
        caption="Proyek yang berjalan atau selesai tanpa film atau penanggung jawab dokumentasi"
        rows={lacking}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Semua proyek yang berjalan sudah mempunyai film dan penanggung jawab" />}
        columns={[
          { header: 'No.', cell: ({ number }) => number },
          {
            header: 'Proyek',
            cell: ({ code, title, isReadable }) =>
              isReadable ? <a href={`/proyek/${code}/dokumentasi`}>{title || 'Proyek tanpa judul'}</a> : title,
          },
          { header: 'Unit kerja', cell: ({ unitName }) => unitName },
          {
            header: 'Belum ada',
            cell: ({ hasFilm, hasSteward }) =>
              listInWords([...(hasFilm ? [] : ['film']), ...(hasSteward ? [] : ['penanggung jawab'])]),
          },
        ]}
      />
    </Section>
  )
}
