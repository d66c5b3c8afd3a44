import * as z from 'zod'
import { chosenId, day, optionalDay, optionalId, optionalText, revision, rowId, several, text } from '#kit/schema.ts'
import type { Edition } from './edition.ts'

/** A key of an edition: the words that it is made of are cut at 60 letters, and a number may come behind. */
const mostKey = 70
const keys = several(z.string().max(mostKey), 40)

/** Formulir usulan baru. */
export const newEntryForm = z.object({
  id: rowId,
  projectId: chosenId('Pilih proyek yang diusulkan.'),
  edition: text('Pilih edisinya.', 60),
  archive: z.literal('yes').optional(),
})

/** Formulir jawaban satu bidang. A text over its limit is saved too: one shortens it later. */
export const answerForm = z.object({
  /** 0 while there is no answer yet. */
  revision: z.coerce.number().int().min(0),
  text: optionalText(20_000),
  evidence: optionalText(2000),
})

/** What an open entry asks again and again: what is newer than these revisions, and who else is there. */
export const writingNow = z.object({
  /** Key of the field in which somebody stands. */
  at: z.string().max(mostKey).nullable(),
  have: z.record(z.string().max(mostKey), z.int().min(0)),
})

/** The name of the field in which a question of the identity block is answered. */
export const extraField = (key: string) => `extra_${key.replaceAll('-', '_')}`

/** Formulir identitas usulan. All of it may wait; what is missing is said where the entry is declared ready. */
export const identityForm = z.object({
  revision,
  title: optionalText(200),
  startedOn: optionalDay,
  startProof: optionalText(500),
  closingOn: optionalDay,
  category: optionalText(mostKey).transform((value) => value || null),
  recordingId: optionalId,
  videoUrl: optionalText(300).refine(
    (value) => value === '' || /^https?:\/\/\S+$/.test(value),
    'Isi tautan yang lengkap, misalnya https://www.youtube.com/watch?v=…',
  ),
  goals: keys,
  checked: keys,
})

/** Formulir pengiriman. KIPP gives every entry a number; of other competitions nobody knows whether they do. */
export const sentForm = ({ form }: Pick<Edition, 'form'>) =>
  z.object({
    sentOn: day('Isi tanggal usulan dikirim.'),
    sentNumber: form === 'kipp' ? text('Isi nomor usulannya.', 60) : optionalText(60),
  })

/** Formulir penarikan usulan. */
export const withdrawForm = z.object({ reason: text('Tulis mengapa usulan ini ditarik.', 1000) })

/** Formulir kategori yang dituju. */
export const intendedForm = z.object({
  /** 0 while none was named. */
  revision: z.coerce.number().int().min(0),
  category: optionalText(mostKey).transform((value) => value || null),
  reason: optionalText(500),
})
