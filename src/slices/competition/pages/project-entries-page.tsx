import { AttachedFiles, type StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { type Day, dayInWords } from '#kit/date.ts'
import { isOpenTo, ProjectFrame, type ProjectView } from '#project'
import { Facts } from '#web/facts.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Age } from '../age.ts'
import type { Edition } from '../edition.ts'
import { titleOfEntry } from '../entry.ts'
import { agesOf, maturityInWords, maturityOf } from '../maturity.ts'
import { ageInWords } from '../readiness.ts'
import type { EntryListRow } from '../store.ts'
import { entryStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  editions: Edition[]
  proofs: StoredFile[]
  entries: EntryListRow[]
  today: Day
}

/** What a project is to the national competition: since when it runs, from which edition on it may enter, its entries. */
export function ProjectEntriesPage({ view, actor, editions, proofs, entries, today }: Props) {
  const { project, plan } = view
  const mayEdit = isOpenTo(actor, 'edit', { ...project, plan })
  const isToCome = project.startedOn !== null && project.startedOn > today
  const maturity = maturityOf(project.startedOn, editions, today)
  return (
    <ProjectFrame view={view} actor={actor} tab="kipp">
      <Section
        title="Umur inovasi"
        act={mayEdit && <a href={`/proyek/${project.code}/ubah`}>Ubah tanggal dan bukti mulai</a>}
      >
        <Facts
          long
          facts={[
            {
              term: 'Mulai diterapkan',
              detail: project.startedOn ? (
                `${dayInWords(project.startedOn)}${isToCome ? ', masih akan datang' : ''}`
              ) : (
                <State is="open">Belum diisi</State>
              ),
            },
            {
              term: 'Bukti mulai diterapkan',
              detail:
                proofs.length > 0 ? (
                  <AttachedFiles files={proofs} />
                ) : (
                  <State is="open">{isToCome ? 'Belum dapat ada' : 'Belum ada'}</State>
                ),
            },
            { term: 'Edisi KIPP pertama', detail: maturityInWords(maturity) },
            ...(project.isPublicService
              ? []
              : [{ term: 'Pelayanan publik', detail: 'Tidak, jadi tidak dapat diusulkan ke KIPP.' }]),
          ]}
        />
      </Section>
      <Section title="Menurut tiap edisi">
        <DataTable
          caption="Umur inovasi menurut tiap edisi"
          rows={agesOf(project.startedOn, editions)}
          keyOf={({ edition }) => edition.key}
          columns={ageColumns}
          empty={<EmptyState title="Belum ada edisi" />}
        />
      </Section>
      {entries.length > 0 && (
        <Section title="Usulan">
          <ul class="links">
            {entries.map((entry) => (
              <li key={entry.id}>
                <a href={`/usulan/${entry.code}`}>{titleOfEntry(entry)}</a>, {entry.form.label}:{' '}
                {entryStateWords[entry.state].toLowerCase()}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ProjectFrame>
  )
}

const ageColumns: Column<{ edition: Edition; age: Age }>[] = [
  {
    header: 'Edisi',
    cell: ({ edition }) => <a href={`/usulan/edisi/${edition.key}`}>{edition.label}</a>,
  },
  {
    header: 'Penutupan',
    cell: ({ edition }) => (edition.closingOn ? dayInWords(edition.closingOn) : 'Belum diketahui'),
    priority: 2,
  },
  {
    header: 'Umur',
    cell: ({ age }) => (
      <State is={age.state === 'enough' ? 'good' : age.state === 'young' ? 'late' : 'open'}>{ageInWords(age)}</State>
    ),
  },
]
