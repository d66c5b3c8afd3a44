import type { Column } from '#web/table-rows.tsx'
import type { Advice, AdviceField } from '../advice.ts'

type NoteProps = { advice: Advice[]; of?: string; fields?: AdviceField[] }

/** The advice on these cells of an activity; on the plan as a whole where no activity is named. */
export const AdviceNote = ({ advice, of, fields }: NoteProps) =>
  advice
    .filter(({ activityId, field }) => activityId === of && (!fields || (field && fields.includes(field))))
    .map(({ sentence }) => (
      <p key={sentence} class="advice">
        <strong>Saran.</strong> {sentence}
      </p>
    ))

/** Beside which column's cell what is said of a field stands. */
const fieldsBeside: Record<string, AdviceField[]> = {
  Kegiatan: ['title'],
  Keluaran: ['output'],
  Indikator: ['indicator', 'indicatorUnit'],
  Awal: ['baseline'],
  Target: ['target'],
  Waktu: ['endsOn'],
}

/** The columns of a matrix with the advice on each cell below what it holds. */
export const withAdvice = <Row extends { id: string }>(columns: Column<Row>[], advice: Advice[]): Column<Row>[] =>
  columns.map((column) => {
    const fields = fieldsBeside[column.header]
    if (!fields || !advice.some(({ field }) => field && fields.includes(field))) return column
    const cell = (row: Row) => (
      <div>
        {column.cell(row)}
        <AdviceNote advice={advice} of={row.id} fields={fields} />
      </div>
    )
    return { ...column, cell }
  })
