import { AttachedFiles, type StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { type Day, dayIn, dayInWords } from '#kit/date.ts'
import { isOpenTo, type Project, ProjectFrame, type ProjectView } from '#project'
import { Facts } from '#web/facts.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Age } from '../age.ts'
import type { Edition } from '../edition.ts'
import { isOver } from '../edition-window.ts'
import { titleOfEntry } from '../entry.ts'
import { aimIn, type IntendedCategory, offeredOn } from '../intended-category.ts'
import type { Material } from '../material.ts'
import { agesOf, maturityInWords, maturityOf } from '../maturity.ts'
import { mayAim } from '../policy.ts'
import { ageInWords } from '../readiness.ts'
import type { EntryListRow } from '../store.ts'
import { MaterialTable } from './material-table.tsx'
import { entryStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  editions: Edition[]
  proofs: StoredFile[]
  entries: EntryListRow[]
  /** What was said of it in each edition. */
  intended: IntendedCategory[]
  today: Day
  /** What an entry in the next edition could be filled from; undefined where there is no edition. */
  material: { edition: Edition; rows: Material[] } | undefined
}

/** What a project is to the national competition: since when it runs, from which edition on it may enter, its entries. */
export function ProjectEntriesPage({ view, actor, editions, proofs, entries, intended, today, material }: Props) {
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
      <Intended {...{ project, actor, editions, intended, today }} />
      {material && <MaterialTable edition={material.edition} material={material.rows} projectCode={project.code} />}
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

type IntendedProps = Pick<Props, 'actor' | 'editions' | 'intended' | 'today'> & { project: Project }

/** At which category it aims in each edition that is offered; while the next is not known, the newest stands in. */
function Intended({ project, actor, editions, intended, today }: IntendedProps) {
  const { zone } = useShell()
  const offered = offeredOn(editions, today)
  const may = mayAim(actor, project) && project.state !== 'stopped'
  if (offered.length === 0) return null
  return (
    <Section title="Kategori yang dituju">
      {offered.every((edition) => isOver(edition, today)) && (
        <p class="quiet-words">
          Edisi berikutnya belum dimuat. Sampai itu ada, pilih menurut daftar edisi terakhir; pilihannya diusulkan lagi
          pada edisi yang baru.
        </p>
      )}
      <Facts
        long
        facts={offered.map((edition) => {
          const aim = aimIn(edition, intended, editions)
          return {
            term: edition.label,
            detail: (
              <>
                {aim ? <State is="good">{aim.category.label}</State> : <State is="open">Belum memilih kategori</State>}
                {aim?.reason && <p>{aim.reason}</p>}
                {aim && (
                  <p class="quiet-words">
                    {dayInWords(dayIn(zone, aim.chosenAt))}
                    {aim.from !== edition.label && `, dari ${aim.from}`}
                  </p>
                )}
                {may && (
                  <p>
                    <a href={`/proyek/${project.code}/kipp/kategori/${edition.key}`}>
                      {aim ? 'Ubah' : 'Pilih kategori'}
                      <span class="hidden"> untuk {edition.label}</span>
                    </a>
                  </p>
                )}
              </>
            ),
          }
        })}
      />
    </Section>
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
