import { rangeInWords, weekdayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, EmptyState, Prose, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Programme, Stage } from '../programme.ts'
import type { AreaMapping, ReformArea, ReformSet, ReformTarget } from '../reform.ts'
import { agentCountWords, stageWords } from './words.ts'

type ProgrammePageProps = {
  programme: Programme
  stages: Stage[]
  set: ReformSet | undefined
  areas: ReformArea[]
  targets: ReformTarget[]
  mappings: AreaMapping[]
  mayChange: boolean
}

export function ProgrammePage({ programme, stages, set, areas, targets, mappings, mayChange }: ProgrammePageProps) {
  const path = `/program/${programme.slug}`
  return (
    <DeskPage
      title={programme.name}
      lead={rangeInWords(programme.fromOn, programme.untilOn)}
      breadcrumbs={[{ path: '/program', label: 'Program' }]}
      actions={
        mayChange && (
          <>
            <ButtonLink href={`${path}/kolom`}>Kolom matriks</ButtonLink>
            <ButtonLink icon="pencil" href={`${path}/ubah`}>
              Ubah program
            </ButtonLink>
          </>
        )
      }
    >
      <Columns>
        <Section title="Tahap dan batas waktu">
          <StageTable stages={stages} />
        </Section>
        <Section title="Ketentuan">
          <Facts
            facts={[
              { term: 'Peta jalan', detail: set?.name },
              { term: 'Agen yang dihitung', detail: agentCountWords[programme.agentCount] },
            ]}
          />
        </Section>
      </Columns>
      <Section title="Area perubahan" note={`${areas.length} area`}>
        <AreaTable areas={areas} mappings={mappings} />
      </Section>
      <Section title="Sasaran" note={`${targets.length} sasaran`}>
        <Prose>
          <ol>
            {targets.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ol>
        </Prose>
      </Section>
    </DeskPage>
  )
}

function StageTable({ stages }: { stages: Stage[] }) {
  const { today } = useShell()
  return (
    <DataTable
      caption="Tahap program menurut urutannya, dengan hari terakhirnya"
      rows={stages}
      keyOf={({ kind }) => kind}
      empty={
        <EmptyState title="Belum ada batas waktu">Tanpa batas waktu tidak ada yang dihitung terlambat.</EmptyState>
      }
      columns={[
        { header: 'Tahap', cell: ({ kind }) => stageWords[kind] },
        { header: 'Batas waktu', cell: ({ dueOn }) => <time dateTime={dueOn}>{weekdayInWords(dueOn)}</time> },
        { header: 'Sisa waktu', cell: ({ dueOn }) => <StageDue dueOn={dueOn} today={today} /> },
      ]}
    />
  )
}

/** A stage whose day is over is not late by itself: only a project that is still in it is. */
const StageDue = ({ dueOn, today }: { dueOn: string; today: string }) =>
  dueOn < today ? <>Sudah lewat</> : <DueMark on={dueOn} today={today} />

const AreaTable = ({ areas, mappings }: Pick<ProgrammePageProps, 'areas' | 'mappings'>) => (
  <DataTable
    caption="Area perubahan peta jalan ini, dengan padanannya dalam kumpulan lain"
    rows={areas}
    keyOf={({ code }) => code}
    empty={null}
    columns={[
      { header: 'Area perubahan', cell: ({ name }) => name },
      { header: 'Padanan', cell: ({ code }) => mappings.filter((mapping) => mapping.code === code).map(drawEqual) },
    ]}
  />
)

/** What says the same in another set. */
const drawEqual = ({ otherSet, otherCode, otherName, otherSetName }: AreaMapping) => (
  <p key={`${otherSet} ${otherCode}`}>
    {otherName} <span class="note">{otherSetName}</span>
  </p>
)
