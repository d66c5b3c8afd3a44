import { weekdayInWords } from '#kit/date.ts'
import { Alert } from '#web/alert.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark, State } from '#web/state.tsx'
import type { Column } from '#web/table-rows.tsx'
import { latePeriodOf, type Reporting } from '../period-view.ts'
import { periodInWords } from './period-words.ts'

type Row = { lineId: string; number: string }

/** Until when a project reports the present period, and what it owes of the one before. */
export function PeriodOfProject(props: { reporting: Reporting; projectId: string; rows: Row[] }) {
  const { reporting, projectId, rows } = props
  const { today } = useShell()
  const { present, standingOf } = reporting
  const late = latePeriodOf(reporting, projectId)
  const lacking = late ? standingOf(projectId, late).lacking : []
  const numbers = rows.filter(({ lineId }) => lacking.includes(lineId)).map(({ number }) => number)
  const state = present ? standingOf(projectId, present).state : 'unasked'
  return (
    <>
      {late && (
        <Alert kind="late" title={`Laporan ${periodInWords(late)} terlambat`}>
          <p>
            Batasnya {weekdayInWords(late.dueOn)}. Kegiatan yang belum dilaporkan: {numbers.join(', ')}.
          </p>
        </Alert>
      )}
      {present && state !== 'unasked' && (
        <p>
          {state === 'reported' ? 'Semua kegiatan sudah dilaporkan untuk' : 'Yang dilaporkan sekarang:'}{' '}
          {periodInWords(present)}, paling lambat {weekdayInWords(present.dueOn)}.{' '}
          {state === 'open' && <DueMark on={present.dueOn} today={today} />}
        </p>
      )}
    </>
  )
}

/** A column that says of each activity whether the present period asks for it; none between two periods. */
export function askedNow(reporting: Reporting | null, projectId: string): Column<Row>[] {
  const period = reporting?.present
  if (!reporting || !period) return []
  const { asked, lacking } = reporting.standingOf(projectId, period)
  return [
    {
      header: `Laporan ${periodInWords(period)}`,
      cell: ({ lineId }) => {
        if (!asked.includes(lineId)) return 'Tidak diminta'
        return lacking.includes(lineId) ? <State is="open">Diminta</State> : <State is="done">Sudah</State>
      },
    },
  ]
}
