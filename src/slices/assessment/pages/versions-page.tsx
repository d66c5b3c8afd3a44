import { instantInWords } from '#kit/date.ts'
import { asTyped } from '#kit/decimal.ts'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Assessment } from '../assessment.ts'
import type { AssessedProject } from '../panel-store.ts'
import type { Criterion } from '../rubric.ts'
import { changesOf, type SheetVersion } from '../scoresheet.ts'

type Props = {
  assessment: Pick<Assessment, 'id' | 'title'>
  project: AssessedProject
  criteria: Criterion[]
  /** The latest first. */
  versions: SheetVersion[]
  /** Whether its judge still sits on the panel, and so may read it. */
  isSeated: boolean
}

/** How a judge's own sheet came about. Nobody else sees it. */
export function VersionsPage({ assessment, project, criteria, versions, isSeated }: Props) {
  const { zone } = useShell()
  const rows = versions.map((version, at) => ({ ...version, changes: changesOf(criteria, versions[at + 1], version) }))
  return (
    <DeskPage
      title="Versi lembar Anda"
      lead={`${project.title}, ${assessment.title}. Hanya Anda yang melihat halaman ini.`}
      breadcrumbs={[
        { path: '/penilaian', label: 'Penilaian' },
        ...(isSeated ? [{ path: `/penilaian/${assessment.id}`, label: assessment.title }] : []),
      ]}
    >
      <DataTable
        caption="Versi lembar"
        rows={rows}
        keyOf={({ savedAt }) => savedAt.toISOString()}
        empty={<p>Belum ada nilai yang disimpan.</p>}
        columns={[
          { header: 'Disimpan', cell: ({ savedAt }) => instantInWords(zone, savedAt) },
          {
            header: 'Yang berubah',
            cell: (version) => (
              <>
                <ul>
                  {version.changes.map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
                <WholeVersion criteria={criteria} version={version} />
              </>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}

/** Everything that the sheet said then, reasons and note included. */
const WholeVersion = ({ criteria, version }: { criteria: Criterion[]; version: SheetVersion }) => (
  <details class="more-words">
    <summary>Isi lembar saat itu</summary>
    <Facts
      facts={[
        ...criteria.map(({ id, name }) => ({
          term: name,
          detail: [asTyped(version.marks.get(id) ?? '–'), version.comments.get(id)].filter(Boolean).join('. '),
        })),
        { term: 'Catatan', detail: version.note || '–' },
      ]}
    />
  </details>
)
