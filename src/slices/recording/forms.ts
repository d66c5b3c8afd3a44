import * as z from 'zod'
import { chosenId, day, optionalDay, optionalText, revision, rowId, text } from '#kit/schema.ts'

const said = {
  title: text('Isi judul dokumentasi.'),
  description: optionalText(4000),
  recordedOn: optionalDay,
}

/** Formulir dokumentasi baru. */
export const newRecordingForm = z.object({ id: rowId, ...said })

/** Formulir ubah dokumentasi. */
export const recordingForm = z.object({ revision, ...said })

/** Formulir hapus: why it is taken out. */
export const takeOutForm = z.object({ reason: text('Tulis alasan menghapusnya.', 500) })

/** Formulir penanggung jawab: who it is, and from which day. */
export const stewardForm = z.object({
  personId: chosenId('Pilih pegawai yang bertanggung jawab.'),
  fromOn: day('Isi tanggal mulainya.'),
})
