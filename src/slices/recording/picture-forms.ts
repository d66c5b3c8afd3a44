import * as z from 'zod'
import { optionalText, revision, rowId, several, text } from '#kit/schema.ts'
import { mostPictures } from './picture-set.ts'

const order = several(rowId, mostPictures)
const caption = optionalText(300)

/** The order in which a form has its pictures; none of what is no id. */
export const orderIn = ({ order: typed }: Record<string, unknown>): string[] => order.safeParse(typed).data ?? []

/** Formulir atur gambar: the order, and beside each picture what it shows. */
export const arrangeForm = z.looseObject({ revision, order }).transform((typed, context) => ({
  revision: typed.revision,
  pictures: typed.order.map((fileId) => {
    const name = `caption_${fileId}`
    const read = caption.safeParse(typed[name] ?? '')
    if (!read.success)
      context.addIssue({ code: 'custom', path: [name], message: read.error.issues[0]?.message ?? 'Perpendek.' })
    return { fileId, caption: read.data ?? '' }
  }),
}))

/** Formulir tambah gambar. */
export const morePicturesForm = z
  .object({ revision, samePeople: z.literal('yes').optional() })
  .transform(({ samePeople, ...rest }) => ({ ...rest, isSamePeople: samePeople === 'yes' }))

/** Formulir keluarkan gambar. */
export const takeOutPictureForm = z.object({ revision, reason: text('Tulis alasan mengeluarkannya.', 500) })
