import { dayInWords } from '#kit/date.ts'
import { blankForm, typedOf } from '#kit/form.ts'
import type { Page } from '#kit/list.ts'
import { type ProjectView, titleOf } from '#project'
import { ButtonLink } from '#web/button.tsx'
import { DateField, SelectField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { evidenceObstacle } from '../evidence.ts'
import { type EvidenceFilter, evidenceKinds, filteredPath, isNarrowed } from '../evidence-filter.ts'
import type { EvidenceRow } from '../evidence-store.ts'
import type { EvidenceDesk } from '../evidence-view.ts'
import { EvidenceStands, NamedEvidence } from './evidence-table.tsx'
import { stateWords } from './words.ts'

type Props = { project: ProjectView; page: Page<EvidenceRow>; desk: EvidenceDesk; filter: EvidenceFilter }

/** A page of the evidence of a project, narrowed by state, activity, kind and the day that it proves. */
export function EvidenceListPage({ project: { project }, page, desk, filter }: Props) {
  const mayBring = desk.may('report') && desk.lines.length > 0 && evidenceObstacle(project) === null
  return (
    <DeskPage
      title="Eviden"
      lead={titleOf(project)}
      breadcrumbs={[
        { path: `/proyek/${project.code}`, label: titleOf(project) },
        { path: `/proyek/${project.code}/laporan`, label: 'Kemajuan' },
      ]}
      actions={
        <>
          {page.total > 0 && <ButtonLink href={`${desk.path}/paket`}>Unduh paket</ButtonLink>}
          {mayBring && (
            <ButtonLink kind="primary" href={`${desk.path}/baru`}>
              Tambah eviden
            </ButtonLink>
          )}
        </>
      }
    >
      <Filter desk={desk} filter={filter} />
      <DataTable
        caption="Eviden proyek ini, yang terbaru lebih dahulu"
        rows={page.rows}
        page={page}
        pathOf={(number) => filteredPath(desk.path, filter, number)}
        keyOf={({ id }) => id}
        columns={columnsOf(desk)}
        empty={
          isNarrowed(filter) ? (
            <p>Tidak ada eviden yang cocok. Longgarkan saringannya.</p>
          ) : (
            <EmptyState title="Belum ada eviden">
              Berkas atau tautan yang membuktikan kegiatan, dikirim bersama laporan kemajuan atau tersendiri.
            </EmptyState>
          )
        }
      />
    </DeskPage>
  )
}

const columnsOf = (desk: EvidenceDesk): Column<EvidenceRow>[] => [
  { header: 'Eviden', cell: (row) => <NamedEvidence row={row} desk={desk} /> },
  {
    header: 'Kegiatan',
    cell: ({ lineIds }) =>
      desk.lines
        .filter(({ lineId }) => lineIds.includes(lineId))
        .map(({ number }) => number)
        .join(', ') || 'Tidak lagi dalam rencana',
  },
  { header: 'Membuktikan', cell: ({ provesOn }) => dayInWords(provesOn) },
  { header: 'Keadaan', cell: (row) => <EvidenceStands row={row} /> },
]

function Filter({ desk, filter }: { desk: EvidenceDesk; filter: EvidenceFilter }) {
  const form = blankForm(typedOf(filter))
  const width = 12
  const states = (['submitted', 'verified', 'returned'] as const).map((value) => ({
    value,
    label: stateWords[value].word,
  }))
  const lines = desk.lines.map(({ lineId, number, title }) => ({ value: lineId, label: `${number} ${title}` }))
  const kinds = Object.entries(evidenceKinds).map(([value, { label }]) => ({ value, label }))
  return (
    <FilterForm action={desk.path} label="Saring eviden" act="Saring">
      <SelectField {...{ form, width }} name="state" label="Keadaan" empty="Semua" options={states} optional />
      <SelectField {...{ form, width }} name="line" label="Kegiatan" empty="Semua" options={lines} optional />
      <SelectField {...{ form, width }} name="kind" label="Jenis" empty="Semua" options={kinds} optional />
      <DateField {...{ form }} name="from" label="Dari tanggal" optional />
      <DateField {...{ form }} name="until" label="Sampai tanggal" optional />
    </FilterForm>
  )
}
