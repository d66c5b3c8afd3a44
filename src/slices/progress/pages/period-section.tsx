import { rangeInWords, weekdayInWords } from '#kit/date.ts'
import { blankForm } from '#kit/form.ts'
import type { Programme } from '#programme'
import type { ProjectRow } from '#project'
import { Facts } from '#web/facts.tsx'
import { SelectField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark, State } from '#web/state.tsx'
import type { ReportingPeriod } from '../period.ts'
import { latePeriodOf, type Reporting } from '../period-view.ts'
import { periodInWords, reportingWords } from './period-words.ts'

type Props = { programme: Programme; rows: ProjectRow[]; reporting: Reporting; period: ReportingPeriod }

/** One period of a programme: until when it is reported, who has done so, and who is late with the one before. */
export function PeriodSection({ programme, rows, reporting, period }: Props) {
  const { today } = useShell()
  const standings = rows.map((row) => ({ row, ...reporting.standingOf(row.id, period) }))
  const asked = standings.filter(({ state }) => state !== 'unasked')
  const named = (state: string) => namesOf(asked.filter((one) => one.state === state).map(({ row }) => row))
  const behind = rows.filter((row) => latePeriodOf(reporting, row.id) !== null)
  const { closed } = reporting
  return (
    <Section
      title={`Laporan ${periodInWords(period)}`}
      act={<a href={`/laporan/periode.xlsx?program=${programme.slug}`}>Unduh XLSX</a>}
    >
      <FilterForm action="/laporan" label="Pilih periode" act="Tampilkan">
        <input type="hidden" name="program" value={programme.slug} />
        <SelectField
          form={blankForm({ periode: period.code })}
          name="periode"
          label="Periode"
          empty="Periode sekarang"
          options={reporting.opened.toReversed().map((one) => ({ value: one.code, label: periodInWords(one) }))}
        />
      </FilterForm>
      <Facts
        facts={[
          { term: 'Masa', detail: rangeInWords(period.fromOn, period.untilOn) },
          {
            term: 'Paling lambat',
            detail: (
              <>
                {weekdayInWords(period.dueOn)}{' '}
                {period.dueOn < today ? 'Sudah ditutup' : <DueMark on={period.dueOn} today={today} />}
              </>
            ),
          },
          {
            term: 'Sudah melapor',
            detail: `${asked.filter(({ state }) => state === 'reported').length} dari ${asked.length} agen`,
          },
          ...known('Terlambat melapor', named('late')),
          ...known('Melapor setelah batas', named('made-up')),
          ...(closed && closed.code !== period.code
            ? known(`Terlambat melapor ${periodInWords(closed)}`, namesOf(behind))
            : []),
        ]}
      />
    </Section>
  )
}

const namesOf = (rows: ProjectRow[]) => rows.map(({ agentName, unitName }) => agentName ?? unitName).join(', ')
const known = (term: string, detail: string) => (detail === '' ? [] : [{ term, detail }])

/** How a project stands in the period, with how many of its activities lack a report. */
export function Reported({ reporting, period, row }: Omit<Props, 'programme' | 'rows'> & { row: ProjectRow }) {
  const { state, asked, lacking } = reporting.standingOf(row.id, period)
  const { is, word } = reportingWords[state]
  return (
    <>
      <State is={is}>{word}</State>
      {(state === 'open' || state === 'late') && (
        <small>
          {lacking.length} dari {asked.length} kegiatan belum dilaporkan
        </small>
      )}
    </>
  )
}
