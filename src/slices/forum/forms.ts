import * as z from 'zod'
import { chosenId, day, revision, rowId, text } from '#kit/schema.ts'

const words = text('Tulis kirimannya.', 8000)

/** Formulir ketua forum: who, and from which day. */
export const chairForm = z.object({
  personId: chosenId('Pilih ketua forum.'),
  fromOn: day('Isi tanggal mulai bertugas.'),
})

/** Formulir forum baru. */
export const forumForm = chairForm.extend({ id: rowId, programmeId: rowId })

/** Formulir topik baru: its title and what opens it. */
export const topicForm = z.object({ id: rowId, postId: rowId, title: text('Isi judul topik.'), text: words })

/** Formulir jawaban. */
export const answerForm = z.object({ id: rowId, text: words })

/** Formulir sunting kiriman. */
export const editForm = z.object({ text: words, revision })

/** Formulir alasan. */
export const reasonForm = z.object({ reason: text('Tulis alasannya.', 1000) })

const title = text('Isi judul pedoman.')

/** Formulir pedoman baru. */
export const guidelineForm = z.object({ id: rowId, forumId: rowId, title })

/** Formulir judul. */
export const titleForm = z.object({ title, revision })

const section = { heading: text('Isi judul bagian.'), text: text('Tulis isi bagian.', 20_000) }

/** Formulir bagian baru. */
export const newSectionForm = z.object({ id: rowId, ...section })

/** Formulir bagian. */
export const sectionForm = z.object({ ...section, revision })

/** Formulir penerbitan. */
export const publishForm = z.object({
  number: text('Isi nomor pedoman.', 120),
  publishedOn: day('Isi tanggal terbit.'),
})

/** Formulir tanda dibaca: until which post the reader saw. */
export const readMarkForm = z.object({ until: z.iso.datetime().transform((text) => new Date(text)) })

/** Formulir arah pindah. */
export const moveForm = z.object({ by: z.enum(['up', 'down']) })
