import * as z from 'zod'
import { chosenId, day, optionalDay } from '#kit/schema.ts'

/** Formulir tunjuk atasan. */
export const headForm = z
  .object({
    personId: chosenId('Pilih pegawai yang ditunjuk.'),
    kind: z.enum(['definitive', 'plt', 'plh'], 'Pilih definitif, Plt., atau Plh.'),
    fromOn: day('Isi tanggal mulai.'),
    untilOn: optionalDay,
  })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, {
    path: ['untilOn'],
    error: 'Hari terakhir tidak boleh sebelum tanggal mulai.',
  })

/** Formulir akhiri atasan. */
export const endHeadForm = z.object({ untilOn: day('Isi hari terakhir.') })
