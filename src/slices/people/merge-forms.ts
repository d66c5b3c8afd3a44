import * as z from 'zod'
import { revision, rowId, text } from '#kit/schema.ts'

/** Formulir gabungkan catatan: both at the revision at which the preview showed them. */
export const mergeForm = z.object({
  givenUpId: rowId,
  givenUpRevision: revision,
  stayingRevision: revision,
  reason: text('Isi alasan penggabungan ini.', 500),
})
