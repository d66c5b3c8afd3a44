import { asTyped } from '#kit/decimal.ts'
import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
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
          cell: ({ name, description }) => (
            <>
              {name}
              {description && <span class="note">{description}</span>}
            </>
          ),
        },
        { header: 'Bobot', cell: ({ weight }) => weightInWords(weight), align: 'end' },
        { header: 'Rentang', cell: (row) => `${asTyped(row.minMark)}–${asTyped(row.maxMark)}`, align: 'end' },
        { header: 'Pemecah seri', cell: ({ tieOrder }) => tieOrder ?? '–', align: 'end', priority: 3 },
      ]}
    />
    {criteria.some((criterion) => explained(criterion).length > 0) && (
      <MoreWords label="Arti nilai">
        <Facts
          long
          facts={criteria
            .filter((criterion) => explained(criterion).length > 0)
            .map((criterion) => ({
              term: criterion.name,
              detail: explained(criterion).map((words) => <div key={words}>{words}</div>),
            }))}
        />
      </MoreWords>
    )}
    <p class="quiet-words">Jumlah bobot yang sudah diisi: {shortly(weightSum(criteria))}%.</p>
  </>
)

/** What marks mean, and where a judge says why. */
const explained = (criterion: Criterion): string[] => [
  ...levelsInWords(criterion),
  ...(commentInWords(criterion) ? [`Alasan wajib untuk nilai ${commentInWords(criterion)}.`] : []),
]

/** An unknown weight is said to be unknown, never shown as nothing. */
export const weightInWords = (weight: string | null): string =>
  weight === null ? 'belum diketahui' : `${asTyped(weight)}%`
