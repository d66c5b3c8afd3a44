import { asTyped } from '#kit/decimal.ts'
import { DataTable } from '#web/table.tsx'
import { type Criterion, commentInWords, levelsInWords, shortly, weightSum } from '../rubric.ts'

/** The rubric as it is read: what is judged, how much it weighs, what parts equals. */
export const RubricTable = ({ criteria }: { criteria: Criterion[] }) => (
  <>
    <DataTable
      caption="Rubrik"
      rows={criteria}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        {
          header: 'Kriteria',
          cell: ({ name, description, ...criterion }) => (
            <>
              {name}
              {description && <span class="note">{description}</span>}
              {levelsInWords(criterion).map((level) => (
                <span key={level} class="note">
                  {level}
                </span>
              ))}
              {commentInWords(criterion) && (
                <span class="note">Alasan wajib untuk nilai {commentInWords(criterion)}.</span>
              )}
            </>
          ),
        },
        { header: 'Bobot', cell: ({ weight }) => weightInWords(weight), align: 'end' },
        { header: 'Rentang', cell: (row) => `${asTyped(row.minMark)}–${asTyped(row.maxMark)}`, align: 'end' },
        { header: 'Pemecah seri', cell: ({ tieOrder }) => tieOrder ?? '–', align: 'end', priority: 3 },
      ]}
    />
    <p class="quiet-words">Jumlah bobot yang sudah diisi: {shortly(weightSum(criteria))}%.</p>
  </>
)

/** An unknown weight is said to be unknown, never shown as nothing. */
export const weightInWords = (weight: string | null): string =>
  weight === null ? 'belum diketahui' : `${asTyped(weight)}%`
