import * as z from 'zod'
import { rowId } from '#kit/schema.ts'
import { type ColumnKey, columnKeys } from '../columns.ts'
import { longestText, mostRows } from './limits.ts'

const key = z.enum(columnKeys as [ColumnKey, ...ColumnKey[]])
const text = z.string().max(longestText)

/** What an open grid sends to be saved, each row once. */
export const savedCells = z.object({
  rows: z
    .array(
      z.object({
        id: rowId,
        /** Where the row is added if it is not there yet. */
        initiativeId: rowId,
        cells: z
          .array(z.object({ key, from: text, to: text }))
          .min(1)
          .max(columnKeys.length),
        /** The row is to go, if it still says exactly this. */
        isLeaving: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(mostRows)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length),
})

export type AskedRow = z.output<typeof savedCells>['rows'][number]

/** What an open grid asks again and again: what is new since that revision, and who else is there. */
export const askedNow = z.object({
  revision: z.int().min(0),
  at: z.object({ id: rowId, key }).nullable(),
})
