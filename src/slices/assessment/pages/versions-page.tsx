import { instantInWords } from '#kit/date.ts'
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
          { header: 'Yang berubah', cell: ({ changes }) => changes.join('; ') },
        ]}
      />
    </DeskPage>
  )
}
