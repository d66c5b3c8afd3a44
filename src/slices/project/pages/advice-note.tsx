import type { Column } from '#web/table-rows.tsx'
import type { Advice } from '../advice.ts'
import type { ColumnKey } from '../columns.ts'

type NoteProps = { advice: Advice[]; of?: string; fields?: ColumnKey[] }

/** The advice on these cells of an activity; on the plan as a whole where no activity is named. */
export const AdviceNote = ({ advice, of, fields }: NoteProps) =>
  advice
    .filter(({ activityId, field }) => activityId === of && (!fields || (field && fields.includes(field))))
    .map(({ sentence }) => (
      <p key={sentence} class="advice">
        <strong>Saran.</strong> {sentence}
      </p>
    ))

/** A drawn column, with the cells of the matrix that stand in it. */
export type KeyedColumn<Row> = Column<Row> & { beside: ColumnKey[] }

/** The columns of a matrix with the advice on each cell below what it holds. */
export const withAdvice = <Row extends { id: string }>(columns: KeyedColumn<Row>[], advice: Advice[]): Column<Row>[] =>
  columns.map(({ beside, ...column }) => {
    if (!advice.some(({ field }) => field && beside.includes(field))) return column
    const cell = (row: Row) => (
      <div>
        {column.cell(row)}
        <AdviceNote advice={advice} of={row.id} fields={beside} />
      </div>
    )
    return { ...column, cell }
  })
