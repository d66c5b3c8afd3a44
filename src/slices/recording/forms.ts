import * as z from 'zod'
import { chosenId, day, optionalDay, optionalText, revision, rowId, several, text } from '#kit/schema.ts'

const access = z.enum(['public', 'agency', 'team'], 'Pilih siapa yang dapat melihatnya.')
const consent = z.enum(['unasked', 'nobody', 'all', 'refused'], 'Pilih keadaan persetujuannya.')

/** Formulir dokumentasi baru: what is needed at once, of one or of several; the rest is said later. */
export const newRecordingForm = z.object({
  id: rowId,
  title: optionalText(),
  description: optionalText(4000),
  access,
  consent,
})

/** Formulir akses dan persetujuan. */
export const reachForm = z.object({
  revision,
  access,
  embargoUntil: optionalDay,
  consent,
  consentOn: optionalDay,
  removedIds: several(rowId, 100),
})

/** Formulir ganti berkas. */
export const replaceForm = z
  .object({ revision, reason: text('Tulis alasan menggantinya.', 500), samePeople: z.literal('yes').optional() })
  .transform(({ samePeople, ...rest }) => ({ ...rest, isSamePeople: samePeople === 'yes' }))

/** Formulir batas waktu dokumentasi; without a day the programme's own stage counts. */
export const dueForm = z.object({ dueOn: optionalDay })

/** An act with nothing typed: what it was asked for was as this revision shows it. */
export const actForm = z.object({ revision })

/** Formulir hapus: why it is taken out. */
export const takeOutForm = z.object({ revision, reason: text('Tulis alasan menghapusnya.', 500) })

/** Formulir penanggung jawab: who it is, and from which day. */
export const stewardForm = z.object({
  relation: z.enum(['steward', 'deputy']).default('steward'),
  personId: chosenId('Pilih pegawai yang bertanggung jawab.'),
  fromOn: day('Isi tanggal mulainya.'),
})
