import * as z from 'zod'
import { revision } from '#kit/schema.ts'
import { type CueEdit, isTrack, longestCue, readClock } from './caption.ts'
import { tidy } from './web-vtt.ts'

/** Formulir hapus takarir. */
export const dropCaptionForm = z.object({ revision })

/** Formulir takarir baru: its language; the file comes beside it. */
export const captionForm = z.object({
  track: z.string('Pilih bahasanya.').refine(isTrack, 'Pilih bahasanya.'),
  revision: z.coerce.number().int().min(0).default(0),
})

const noClock = 'Tulis waktu seperti 1:02,5 (menit:detik).'

const clock = z
  .string()
  .default('')
  .transform((written, context) => {
    const milliseconds = readClock(written)
    if (milliseconds !== undefined) return milliseconds
    context.addIssue(noClock)
    return z.NEVER
  })

const said = z
  .string()
  .default('')
  .transform(tidy)
  .pipe(z.string().max(longestCue, `Paling banyak ${longestCue} huruf.`))

/** Formulir baris takarir: three fields for each cue of the page; one whose text is empty goes, whatever its times. */
export const cuesForm = (numbers: readonly number[]) =>
  z.looseObject({ revision }).transform((typed, context): { revision: number; edits: CueEdit[] } => {
    const read = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined => {
      const result = schema.safeParse(typed[name] ?? '')
      if (!result.success)
        context.addIssue({ code: 'custom', path: [name], message: result.error.issues[0]?.message ?? noClock })
      return result.data
    }
    const edits = numbers.flatMap((number): CueEdit[] => {
      const text = read(`text_${number}`, said)
      if (text === '') return number > 0 ? [{ number, start: 0, end: 0, text }] : []
      const [start, end] = [read(`start_${number}`, clock), read(`end_${number}`, clock)]
      if (text === undefined || start === undefined || end === undefined) return []
      const path = [`end_${number}`]
      if (end <= start) context.addIssue({ code: 'custom', path, message: 'Waktu selesai harus sesudah waktu mulai.' })
      return [{ number, start, end, text }]
    })
    return { revision: typed.revision, edits }
  })
