import { type Entry, sentenceOf } from '#journal'
import { instantInWords } from '#kit/date.ts'
import { blankForm, typedOf } from '#kit/form.ts'
import type { Page } from '#kit/list.ts'
import { capital, numberInWords } from '#kit/text.ts'
import { DateField, SelectField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { DeskPage } from '#web/page.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { type JournalFilter, pathOf } from '../journal-filter.ts'
import { thingKinds } from '../thing-kinds.ts'

/** What an entry is about, by name; `path` leads to its own history where it has one. */
export type NamedThing = { label: string; path: string | null }

type Props = {
  filter: JournalFilter
  page: Page<Entry>
  /** The ids of all who may be chosen. */
  authors: string[]
  names: Map<string, string>
  /** By the entry's id. */
  things: Map<string, NamedThing>
  /** By event. */
  words: Record<string, string>
}

/** Who decided what, and when: all entries of the agency, narrowed by day, person, kind and event. */
export function JournalPage(props: Props) {
  const { page, filter, names, things, words } = props
  const { zone } = useShell()
  const columns: Column<Entry>[] = [
    { header: 'Waktu', cell: ({ at }) => instantInWords(zone, at) },
    { header: 'Kejadian', cell: (entry) => sentenceOf(entry, names, words) },
    { header: 'Tentang', cell: (entry) => linkTo(things.get(entry.id)) },
    { header: 'Jenis', cell: ({ thingKind }) => thingKinds[thingKind], priority: 2 },
    { header: 'Nomor', cell: ({ sequence }) => numberInWords(sequence), align: 'end', priority: 3 },
  ]
  return (
    <DeskPage title="Jejak audit" lead="Setiap keputusan tercatat saat diambil dan tidak dapat diubah sesudahnya.">
      <Filter {...props} />
      <DataTable
        caption="Jejak audit, terbaru lebih dahulu"
        columns={columns}
        rows={page.rows}
        keyOf={({ id }) => id}
        empty={<p>Tidak ada kejadian yang cocok. Longgarkan saringannya.</p>}
        page={page}
        pathOf={(number) => pathOf(filter, number)}
      />
    </DeskPage>
  )
}

const linkTo = (thing: NamedThing | undefined) =>
  thing?.path ? <a href={thing.path}>{thing.label}</a> : (thing?.label ?? '–')

function Filter({ filter, authors, names, words }: Props) {
  const form = blankForm(typedOf(filter))
  const width = 12
  const people = authors.map((id) => ({ value: id, label: names.get(id) ?? 'Seseorang' })).sort(byLabel)
  const kinds = Object.entries(thingKinds).map(([value, label]) => ({ value, label }))
  const events = Object.entries(words)
    .map(([value, label]) => ({ value, label: capital(label) }))
    .sort(byLabel)
  return (
    <FilterForm action="/jejak" label="Saring jejak audit" act="Saring">
      <DateField {...{ form }} name="from" label="Dari tanggal" optional />
      <DateField {...{ form }} name="until" label="Sampai tanggal" optional />
      <SelectField {...{ form, width }} name="by" label="Oleh" empty="Siapa saja" options={people} optional />
      <SelectField {...{ form, width }} name="kind" label="Jenis" empty="Semua jenis" options={kinds} optional />
      <SelectField {...{ form, width }} name="event" label="Kejadian" empty="Semua" options={events} optional />
    </FilterForm>
  )
}

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, 'id')
