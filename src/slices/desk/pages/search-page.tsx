import type { PersonRow } from '#people'
import { nameInFull } from '#people'
import { type ProjectRow, standingInWords, titleOf } from '#project'
import type { RecordingRow } from '#recording'
import { Button } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'

type Props = { words: string; projects: ProjectRow[]; people: PersonRow[]; recordings: RecordingRow[] }

/** What was found, among what the asker may read. */
export function SearchPage({ words, projects, people, recordings }: Props) {
  const found = projects.length + people.length + recordings.length
  return (
    <DeskPage title="Cari" heading={words === '' ? 'Cari' : `Hasil untuk “${words}”`}>
      <form class="form search-form" action="/cari">
        <div class="field">
          <label for="cari-kata">Kata yang dicari</label>
          <input id="cari-kata" type="search" name="q" value={words} class="w-30" />
        </div>
        <Button>Cari</Button>
      </form>
      {words !== '' && found === 0 && (
        <EmptyState title="Tidak ada yang cocok">Periksa ejaannya, atau cari dengan kata yang lebih pendek.</EmptyState>
      )}
      {projects.length > 0 && <Projects projects={projects} />}
      {recordings.length > 0 && <Recordings recordings={recordings} />}
      {people.length > 0 && <People people={people} />}
    </DeskPage>
  )
}

const Projects = ({ projects }: { projects: ProjectRow[] }) => (
  <Section title="Proyek" note={`${projects.length} ditemukan`}>
    <DataTable
      caption="Proyek yang ditemukan"
      rows={projects}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        { header: 'Proyek', cell: (row) => <a href={`/proyek/${row.code}`}>{titleOf(row)}</a> },
        { header: 'Agen', cell: (row) => row.agentName ?? 'Kosong' },
        { header: 'Tahap', cell: (row) => standingInWords(row) },
      ]}
    />
  </Section>
)

const Recordings = ({ recordings }: { recordings: RecordingRow[] }) => (
  <Section title="Dokumentasi" note={`${recordings.length} ditemukan`}>
    <DataTable
      caption="Dokumentasi yang ditemukan"
      rows={recordings}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        { header: 'Judul', cell: (row) => <a href={`/dokumentasi/${row.code}`}>{row.title}</a> },
        { header: 'Proyek', cell: (row) => titleOf({ title: row.projectTitle }) },
      ]}
    />
  </Section>
)

const People = ({ people }: { people: PersonRow[] }) => (
  <Section title="Pegawai" note={`${people.length} ditemukan`}>
    <DataTable
      caption="Pegawai yang ditemukan"
      rows={people}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        { header: 'Nama', cell: (person) => <a href={`/orang/${person.id}`}>{nameInFull(person)}</a> },
        { header: 'Jabatan', cell: (person) => person.position || 'Belum dicatat' },
        { header: 'Unit', cell: (person) => person.unitName ?? 'Belum dicatat' },
      ]}
    />
  </Section>
)
