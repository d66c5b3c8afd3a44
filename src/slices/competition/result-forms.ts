import * as z from 'zod'
import { day, optionalText } from '#kit/schema.ts'
import { newsStates } from './news.ts'

/** 0 while nothing was said yet. */
const revision = z.coerce.number().int().min(0)

/** Formulir hasil tahap. */
export const resultForm = z.object({
  revision,
  outcome: z.enum(['passed', 'failed'], 'Pilih hasilnya.'),
  decidedOn: day('Isi tanggal hasilnya.'),
  note: optionalText(500),
})

/** Formulir kabar inovasi. */
export const newsForm = z.object({
  revision,
  state: z.enum(newsStates, 'Pilih keadaan inovasinya.'),
  replicatedBy: optionalText(1000),
  note: optionalText(1000),
})
