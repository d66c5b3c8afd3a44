import { type MatrixLayout, shownOf } from '../columns.ts'
import { type Matrix, numberOf } from '../matrix.ts'
import { textOf } from './cell.ts'

/** Lembar isian: a matrix as cells of text, for the browser that writes in them. */
export type Grid = {
  /** Of the plan's matrix when it was read. */
  revision: number
  groups: {
    id: string
    title: string
    rows: { id: string; number: string; cells: Record<string, string> }[]
  }[]
}

/** The cells of a matrix that its programme shows. */
export const gridOf = (matrix: Matrix, { columns, areaNames }: MatrixLayout, revision: number): Grid => ({
  revision,
  groups: matrix.map((initiative) => ({
    id: initiative.id,
    title: `${initiative.position}. ${initiative.title}`,
    rows: initiative.activities.map((activity) => ({
      id: activity.id,
      number: numberOf(initiative, activity),
      cells: Object.fromEntries(shownOf(columns).map(({ key }) => [key, textOf(activity, key, areaNames)])),
    })),
  })),
})
