import * as z from 'zod'
import { day, optionalDay, optionalId, revision, rowId, text } from '#kit/schema.ts'

const name = text('Isi nama unit kerja.')

/** Formulir tambah unit kerja. */
export const newUnitForm = z.object({ id: rowId, name, parentId: optionalId, fromOn: optionalDay })

/** Formulir ubah unit kerja. */
export const unitForm = z.object({
  revision,
  name,
  parentId: optionalId,
  position: z.coerce
    .number('Isi urutan dengan bilangan bulat.')
    .int('Isi urutan dengan bilangan bulat.')
    .min(1, 'Urutan mulai dari 1.')
    .max(9999, 'Urutan paling besar 9999.'),
  fromOn: optionalDay,
})

/** Formulir tutup unit kerja. */
export const closeUnitForm = z.object({ revision, untilOn: day('Isi hari terakhir unit ini.') })

/** Tombol buka kembali unit kerja. */
export const reopenUnitForm = z.object({ revision })
