import { rangeInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Programme } from '../programme.ts'

type ProgrammeListProps = { programmes: Programme[]; mayAdd: boolean }

export function ProgrammeListPage({ programmes, mayAdd }: ProgrammeListProps) {
  const { today } = useShell()
  const make = mayAdd && (
    <ButtonLink kind="primary" icon="plus" href="/program/buat">
      Buat program
    </ButtonLink>
  )
  return (
    <DeskPage
      title="Program"
      lead="Setiap program adalah satu putaran Agen Perubahan, dari penetapan sampai usulan."
      actions={programmes.length > 0 && make}
    >
      <DataTable
        caption="Program, terbaru lebih dahulu"
        rows={programmes}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title="Belum ada program" act={make}>
            Keputusan, agen, dan proyek dicatat di dalam sebuah program.
          </EmptyState>
        }
        columns={[
          { header: 'Nama', cell: ({ name, slug }) => <a href={`/program/${slug}`}>{name}</a> },
          { header: 'Masa', cell: ({ fromOn, untilOn }) => rangeInWords(fromOn, untilOn) },
          { header: 'Keadaan', cell: (programme) => <ProgrammeState programme={programme} today={today} /> },
        ]}
      />
    </DeskPage>
  )
}

function ProgrammeState({ programme, today }: { programme: Programme; today: string }) {
  if (programme.fromOn > today) return <State is="open">Akan datang</State>
  return programme.untilOn < today ? <State is="done">Selesai</State> : <State is="soon">Berjalan</State>
}
