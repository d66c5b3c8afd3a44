import * as z from 'zod'
import { revision, rowId } from '#kit/schema.ts'

/** Formulir gabungkan catatan: both at the revision at which the preview showed them. */
export const mergeForm = z.object({ givenUpId: rowId, givenUpRevision: revision, stayingRevision: revision })
