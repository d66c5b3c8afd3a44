import { describe, expect, test } from 'vitest'
import { makeActivity } from '../make-project.ts'
import type { Activity, Matrix } from '../matrix.ts'
import { marksOf } from './mark.ts'
import { overtakenBy, propose } from './propose.ts'
import type { ReadRow } from './reading.ts'

const makeInitiative = (title: string, activities: Activity[]): Matrix[number] => {
  const id = crypto.randomUUID()
  return { id, lineId: id, position: 1, title, revision: 1, activities }
}
const matrix: Matrix = [
  makeInitiative('Satu antrean', [
    makeActivity({ title: 'Menyatukan antrean' }),
    makeActivity({ title: 'Melatih petugas', risk: 'Petugas berganti.' }),
  ]),
  makeInitiative('Jam layanan', [makeActivity({ title: 'Membuka Sabtu', target: '6.50' })]),
]

describe('a file whose plan was changed after it was exported', () => {
  const [initiative, other] = matrix as [Matrix[number], Matrix[number]]
  const [first, second] = initiative.activities as [Activity, Activity]
  const planWith = (changed: Partial<Activity>): Matrix => [
    { ...initiative, activities: [{ ...first, ...changed }, second] },
    other,
  ]
  /** The export of `matrix`, in which somebody wrote this over the first row. */
  const fileWith = (written: Partial<Activity>): ReadRow[] =>
    matrix.flatMap(({ title: named, activities }) =>
      activities.map((activity, at) => {
        const { title, output, target, risk, more } = { ...activity, ...(activity === first && written) }
        const row = matrix.flatMap((one) => one.activities).indexOf(activity) + 2
        const known = { code: activity.lineId, marks: marksOf(activity, named), number: `${at + 1}` }
        return {
          row,
          initiative: named,
          ...known,
          fields: { title, output, target, risk, more: { own1: '', ...more } },
        }
      }),
    )
  const rowAfter = (now: Matrix, rows: ReadRow[], takes: number[] = []) =>
    propose(now, rows, 'keep', takes)[0]?.activities[0]

  test('sets nothing back that it does not change itself, and brings what it changes', () => {
    const now = planWith({ target: '99', more: { own1: 'Notulen' } })
    const rows = fileWith({ output: 'Satu loket' })
    expect(rowAfter(now, rows)).toMatchObject({ target: '99', output: 'Satu loket', more: { own1: 'Notulen' } })
    expect(overtakenBy(now, rows)).toMatchObject([{ row: { row: 2 }, kept: ['target', 'own1'], disputed: [] }])
  })

  test('leaves what both changed to a person: the plan stays, unless the row is to be taken', () => {
    const now = planWith({ target: '99', risk: 'Dari rekan' })
    const rows = fileWith({ target: '50' })
    expect(overtakenBy(now, rows)).toMatchObject([{ kept: ['risk'], disputed: ['target'] }])
    expect(rowAfter(now, rows)).toMatchObject({ target: '99', risk: 'Dari rekan' })
    expect(rowAfter(now, rows, [2])).toMatchObject({ target: '50', risk: 'Dari rekan' })
  })

  test('that says the same as the plan by now, or carries no marks, is as before', () => {
    expect(overtakenBy(planWith({ target: '50' }), fileWith({ target: '50.0' }))).toEqual([])
    const unmarked = fileWith({}).map((row) => ({ ...row, marks: '' }))
    const now = planWith({ target: '99' })
    expect([overtakenBy(now, unmarked), rowAfter(now, unmarked)?.target]).toEqual([[], first.target])
  })

  test('leaves an initiative under its new name, with what the file adds to it, unless the file renames it too', () => {
    const now = [{ ...initiative, title: 'Antrean bersama' }, other]
    const [one, two, ...rest] = fileWith({}) as [ReadRow, ReadRow, ...ReadRow[]]
    const added = { row: 9, initiative: one.initiative, code: '', number: '', fields: { title: 'Baru' } }
    const titles = (rows: ReadRow[]) =>
      propose(now, rows, 'remove').map(({ title, activities }) => [title, activities.length])
    expect(titles([one, two, added, ...rest])).toEqual([
      ['Antrean bersama', 3],
      ['Jam layanan', 1],
    ])
    const renamed = (row: ReadRow) => ({ ...row, ...(row.initiative === one.initiative && { initiative: 'Loket' }) })
    expect(titles([one, two, ...rest].map(renamed))).toEqual([
      ['Loket', 2],
      ['Jam layanan', 1],
    ])
  })

  test('takes the marks of a row that was copied over another for those of the one alone', () => {
    const [one, two] = fileWith({}) as [ReadRow, ReadRow]
    const copied = { ...two, code: one.code, marks: one.marks ?? '', fields: { ...two.fields, risk: 'Petugas cuti.' } }
    const after = propose(matrix, [one, copied], 'keep').find(({ title }) => title === initiative.title)
    expect(after?.activities.map(({ risk }) => risk)).toEqual([first.risk, 'Petugas cuti.'])
    expect(overtakenBy(matrix, [one, copied])).toEqual([])
  })
})
