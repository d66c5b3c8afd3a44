import * as z from 'zod'
import { optionalDay, optionalText, revision, several, text } from '#kit/schema.ts'
import { contributorRoles, keywordsOf, type Language, languages, licenceCodes } from './description.ts'

const mostKeywords = 20

const keywords = optionalText(1000)
  .transform(keywordsOf)
  .refine((words) => words.length <= mostKeywords, `Paling banyak ${mostKeywords} kata kunci.`)
  .refine((words) => words.every((word) => word.length <= 60), 'Pisahkan kata kunci dengan koma.')

const link = optionalText(1000).refine(
  (address) => address === '' || /^https?:\/\/\S+$/i.test(address),
  'Isi alamat lengkap yang diawali https://.',
)

/** How many lines for contributors a form has to begin with, and how many come with each press of the button. */
export const linesAtOnce = 3
const mostLines = 60

/** How many lines for contributors this form was drawn with. */
export function linesIn({ lines }: Record<string, unknown>): number {
  const count = typeof lines === 'string' && /^\d{1,2}$/.test(lines) ? Number(lines) : linesAtOnce
  return Math.min(Math.max(count, linesAtOnce), mostLines)
}

const contribution = z.object({
  role: z.enum(contributorRoles, 'Pilih perannya.'),
  name: text('Tulis namanya.').refine((name) => !/\d{6}/.test(name), 'Tulis nama saja, tanpa NIP.'),
})

const codes = several(z.string().max(60), 50)

/** Formulir keterangan dokumentasi. Lines of contributors that say nothing are passed over. */
export const descriptionForm = z
  .looseObject({
    revision,
    title: text('Isi judul dokumentasi.'),
    alternativeTitle: optionalText(),
    description: optionalText(4000),
    recordedOn: optionalDay,
    keywords,
    areaCodes: codes,
    targetCodes: codes,
    place: optionalText(),
    language: z.enum(Object.keys(languages) as Language[], 'Pilih bahasanya.').default('id'),
    source: link,
    licence: z.enum(licenceCodes, 'Pilih lisensinya.').default('agency'),
    rightsNote: optionalText(1000),
  })
  .transform((typed, context) => {
    const contributors = Array.from({ length: linesIn(typed) }, (_, at) => at + 1).flatMap((number) => {
      const [role, name] = [typed[`role_${number}`] ?? '', typed[`name_${number}`] ?? '']
      if (role === '' && name === '') return []
      const row = contribution.safeParse({ role, name })
      if (row.success) return [row.data]
      for (const { path, message } of row.error.issues)
        context.addIssue({ code: 'custom', path: [`${String(path[0])}_${number}`], message })
      return []
    })
    const { revision: drawnFrom, areaCodes, targetCodes, title, alternativeTitle, description, recordedOn } = typed
    const { keywords: words, place, language, source, licence, rightsNote } = typed
    const said = { title, alternativeTitle, description, recordedOn, keywords: words, place, language }
    return { revision: drawnFrom, ...said, source, licence, rightsNote, areaCodes, targetCodes, contributors }
  })
