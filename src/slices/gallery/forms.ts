import * as z from 'zod'
import { revision, text } from '#kit/schema.ts'

/** Formulir persetujuan dan penerbitan: the page that it was drawn from. */
export const actForm = z.object({ revision })

/** Formulir tarik: why it is no longer shown. */
export const takeBackForm = z.object({ revision, reason: text('Tulis alasan menarik penerbitan.', 500) })
