import * as z from 'zod'
import { type Exact, inFigures, plainDecimal } from '#kit/decimal.ts'
import { chosenId, optionalText, revision, rowId, several, text } from '#kit/schema.ts'
import { fewestPerProject } from './assignment.ts'
import { usualRubric } from './ready-rubrics.ts'
import { type Criterion, commentInWords, type Level, type NewCriterion, needsComment } from './rubric.ts'
import { readMark } from './scoresheet.ts'

const enough = (missing: string) => text(missing, 4000).refine((words) => words.length >= 10, missing)

/** Formulir penilaian baru. */
export const newAssessmentForm = z.object({
  id: rowId,
  title: text('Isi nama penilaian.'),
  programmeId: chosenId('Pilih programnya.'),
  rubric: text('Pilih rubriknya.').default(usualRubric),
})

/** Formulir pilihan rubrik: a ready one by its key, or one that was used by its id. */
export const takeRubricForm = z.object({ revision, key: text('Pilih satu rubrik.') })

/** Formulir penilai: who is named, and in which reform areas that person is at home. */
export const judgeForm = z.object({
  personId: chosenId('Pilih pegawai yang menjadi penilai.'),
  fields: several(z.string().regex(/^[a-z0-9-]+$/), 50),
})

/** Formulir pengganti: the same, and why. The reason is asked for where marks can be seen already. */
export const replacementForm = judgeForm.extend({ reason: optionalText(4000) })

/** Formulir pembebasan: why a judge judges no more. */
export const releaseForm = z.object({ reason: optionalText(4000) })

/** Formulir pengecualian: from which project a judge is kept, and why. */
export const keepOutForm = z.object({
  projectId: chosenId('Pilih proyeknya.'),
  reason: enough('Tulis benturan kepentingannya, paling sedikit 10 huruf.'),
})

/** Formulir pembagian lembar: everybody marks everything, or so many judges each project. */
export const sharingForm = z
  .object({ revision, way: z.enum(['all', 'some'], 'Pilih salah satu.'), perProject: optionalText(3) })
  .transform(({ revision: drawnFrom, way, perProject }, context) => {
    if (way === 'all') return { revision: drawnFrom, perProject: null }
    const count = /^\d{1,3}$/.test(perProject) ? Number(perProject) : 0
    if (count >= fewestPerProject) return { revision: drawnFrom, perProject: count }
    context.addIssue({ code: 'custom', path: ['perProject'], message: `Isi paling sedikit ${fewestPerProject}.` })
    return z.NEVER
  })

/** Formulir pilihan proyek. */
export const projectsForm = z.object({
  revision,
  projectIds: several(rowId, 500),
})

/** Formulir pembukaan: which revision was looked at. */
export const openForm = z.object({ revision })

/** Formulir alasan: why it ends without a choice, or why a choice is taken back. */
export const closeForm = z.object({ reason: enough('Tulis alasannya, paling sedikit 10 huruf.') })

/** Formulir benturan kepentingan. */
export const conflictForm = z.object({ reason: enough('Tulis benturan kepentingannya, paling sedikit 10 huruf.') })

/** Formulir pernyataan: that there is no conflict of interest. */
export const declarationForm = z.object({
  noConflict: z.literal('yes', 'Centang pernyataan ini, atau nyatakan benturan kepentingan Anda.'),
})

/** Formulir urutan: which of equal projects goes first. */
export const tieForm = z.object({
  projectId: chosenId('Pilih proyek yang didahulukan.'),
  reason: enough('Tulis alasan panel, paling sedikit 10 huruf.'),
})

/** Formulir nilai akhir: the value on which the panel agreed, within what the rubric allows, and why. */
export const finalForm = ({ least, most }: { least: Exact; most: Exact }) =>
  z
    .object({ value: optionalText(20), reason: enough('Tulis alasan panel, paling sedikit 10 huruf.') })
    .transform(({ value, reason }, context) => {
      const read = readMark(value, { minMark: plainly(least), maxMark: plainly(most) })
      if (read.error === undefined) return { value: read.mark, reason }
      context.addIssue({ code: 'custom', path: ['value'], message: read.error })
      return z.NEVER
    })

/** Formulir putusan. */
export const choiceForm = z.object({
  revision,
  projectId: chosenId('Pilih satu proyek.'),
  reason: enough('Tulis alasan pilihan ini, paling sedikit 10 huruf.'),
  departure: optionalText(4000),
  despite: optionalText(4000),
})

/** The most criteria that a rubric holds, and how many empty rows its form offers. */
export const mostCriteria = 12
export const spareRows = 2

type Raw = Record<string, unknown>
const typedAt = (typed: Raw, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Formulir rubrik: rows that are named by their number; a row without a name is left out. */
export const rubricForm = z
  .looseObject({
    revision,
    title: text('Isi nama penilaian.'),
    rubricName: text('Isi nama rubrik.').default('Rubrik penilaian'),
  })
  .transform(({ revision: drawnFrom, title, rubricName, ...typed }, context) => {
    let isWrong = false
    const refuse = (name: string, message: string) => {
      isWrong = true
      context.addIssue({ code: 'custom', path: [name], message })
    }
    const criteria: NewCriterion[] = []
    for (let row = 1; row <= mostCriteria; row += 1) {
      const criterion = criterionIn(typed, row, refuse)
      if (criterion) criteria.push(criterion)
    }
    const orders = criteria.flatMap(({ tieOrder }) => (tieOrder === null ? [] : [tieOrder]))
    if (!isWrong && new Set(orders).size < orders.length)
      refuse(lastTie(typed), 'Setiap urutan pemecah seri hanya untuk satu kriteria.')
    return isWrong ? z.NEVER : { revision: drawnFrom, title, rubricName, criteria }
  })

const lastTie = (typed: Raw) =>
  `tie_${Array.from({ length: mostCriteria }, (_, at) => mostCriteria - at).find((row) => typedAt(typed, `tie_${row}`)) ?? 1}`

function criterionIn(typed: Raw, row: number, refuse: (name: string, message: string) => void): NewCriterion | null {
  const [name, description] = [typedAt(typed, `name_${row}`), typedAt(typed, `about_${row}`)]
  if (name === '') return null
  if (name.length > 100) refuse(`name_${row}`, 'Paling banyak 100 huruf.')
  if (description.length > 1000) refuse(`about_${row}`, 'Paling banyak 1000 huruf.')
  const weight = typedAt(typed, `weight_${row}`)
  const plainWeight = weight === '' ? null : plainDecimal(weight)
  if (plainWeight === undefined || (plainWeight !== null && !isWeight(plainWeight)))
    refuse(`weight_${row}`, 'Isi bobot di atas 0 sampai 100, paling banyak dua angka di belakang koma.')
  const [minMark, maxMark] = [plainDecimal(typedAt(typed, `min_${row}`)), plainDecimal(typedAt(typed, `max_${row}`))]
  if (minMark === undefined || !isMark(minMark)) refuse(`min_${row}`, 'Isi nilai terendah, misalnya 0.')
  if (maxMark === undefined || !isMark(maxMark)) refuse(`max_${row}`, 'Isi nilai tertinggi, misalnya 100.')
  else if (minMark !== undefined && Number(minMark) >= Number(maxMark))
    refuse(`max_${row}`, 'Nilai tertinggi harus di atas nilai terendah.')
  const levels = levelsIn(typedAt(typed, `levels_${row}`))
  if (levels === null) refuse(`levels_${row}`, 'Tulis satu arti per baris, misalnya 85: dampaknya terukur.')
  const [below, above] = [commentAt(typed, `below_${row}`), commentAt(typed, `above_${row}`)]
  for (const [name, mark] of [
    [`below_${row}`, below],
    [`above_${row}`, above],
  ] as const)
    if (mark === undefined) refuse(name, 'Isi angka, atau kosongkan bila alasan tidak diwajibkan.')
  const tie = typedAt(typed, `tie_${row}`)
  if (tie !== '' && !/^([1-9]|1[0-2])$/.test(tie)) refuse(`tie_${row}`, 'Isi urutan 1, 2, 3, dan seterusnya.')
  return {
    name,
    description,
    weight: plainWeight ?? null,
    minMark: minMark ?? '0',
    maxMark: maxMark ?? '100',
    tieOrder: tie === '' ? null : Number(tie),
    levels: levels ?? [],
    commentBelow: below ?? null,
    commentAbove: above ?? null,
  }
}

/** The levels as they are typed, one on a line ("85: dampaknya terukur"); null where a line is none. */
function levelsIn(typed: string): Level[] | null {
  const lines = typed.split(/\r?\n/).filter((line) => line.trim() !== '')
  const levels = lines.map((line) => {
    const [, from = '', words = ''] = /^\s*([\d.,]+)\s*:\s*(\S.*)$/.exec(line) ?? []
    const mark = plainDecimal(from)
    return mark !== undefined && isMark(mark) ? { from: mark, words: words.trim() } : null
  })
  const known = levels.filter((level) => level !== null).toSorted((a, b) => Number(b.from) - Number(a.from))
  const isPlain = known.length === levels.length && new Set(known.map(({ from }) => from)).size === known.length
  return isPlain ? known : null
}

/** The mark below or above which a comment is asked for; null where none is, undefined where it is no mark. */
function commentAt(typed: Raw, name: string): string | null | undefined {
  const value = typedAt(typed, name)
  if (value === '') return null
  const mark = plainDecimal(value)
  return mark !== undefined && isMark(mark) ? mark : undefined
}

const isWeight = (plain: string) => /^\d+(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 && Number(plain) <= 100
const isMark = (plain: string) => /^\d{1,4}(\.\d{1,2})?$/.test(plain)

const plainly = (value: Exact) => inFigures(value).replaceAll('.', '').replace(',', '.')

/** The field of a criterion's mark. */
export const markField = ({ position }: Pick<Criterion, 'position'>): string => `mark_${position}`

/** The field in which a judge says why. */
export const commentField = ({ position }: Pick<Criterion, 'position'>): string => `why_${position}`

/**
 * Formulir lembar penilaian. A draft may have gaps; what is sent may not. `errors` says by field what is wrong, and does
 * not make the form wrong as a whole: what can be kept of it is.
 */
export const sheetForm = (criteria: readonly Criterion[]) =>
  z
    .looseObject({
      revision,
      note: z.string().trim().default(''),
      act: z.enum(['save', 'send'], 'Pilih simpan draf atau kirim nilai.').default('save'),
    })
    .transform(({ revision: drawnFrom, note, act, ...typed }) => {
      const [marks, comments] = [new Map<string, string>(), new Map<string, string>()]
      const unkept: string[] = []
      const errors: Record<string, string> = {}
      for (const criterion of criteria) {
        const { id, name } = criterion
        const field = markField(criterion)
        const value = typedAt(typed, field)
        const why = typedAt(typed, commentField(criterion))
        const read = value === '' ? null : readMark(value, criterion)
        if (read?.error !== undefined) errors[field] = `${name}: ${read.error}`
        // A reason is kept with its mark; one that stands alone is refused rather than lost.
        else if (read === null && why !== '') errors[field] = `Isi nilai ${name}.`
        if (why.length > 1000) errors[commentField(criterion)] = 'Paling banyak 1000 huruf.'
        if (errors[field] ?? errors[commentField(criterion)]) unkept.push(id)
        else if (read?.mark !== undefined) {
          marks.set(id, read.mark)
          if (why !== '') comments.set(id, why)
          else if (act === 'send' && needsComment(criterion, read.mark))
            errors[commentField(criterion)] = `Tulis alasan nilai ${name} ${commentInWords(criterion)}.`
        } else if (act === 'send') errors[field] = `Isi nilai ${name}.`
      }
      const isTooLong = note.length > 4000
      if (isTooLong) errors.note = 'Paling banyak 4000 huruf.'
      else if (act === 'send' && note === '') errors.note = 'Tulis catatan yang menjelaskan nilai Anda.'
      return { revision: drawnFrom, act, marks, comments, note: isTooLong ? null : note, unkept, errors }
    })
