import * as z from 'zod'
import { chosenId, revision, rowId, text } from '#kit/schema.ts'

/** Formulir persetujuan dan penerbitan: the page that it was drawn from. */
export const actForm = z.object({ revision })

/** Formulir tarik: why it is no longer shown. */
export const takeBackForm = z.object({ revision, reason: text('Tulis alasan menarik penerbitan.', 500) })

/** Formulir tiru: for which seat a draft is begun, under the id that the page minted. */
export const replicateForm = z.object({ id: rowId, seatId: chosenId('Pilih kedudukan untuk proyek yang baru.') })
