import * as z from 'zod'
import {
  chosenId,
  clock,
  day,
  optionalDay,
  optionalId,
  optionalText,
  revision,
  rowId,
  several,
  text,
} from '#kit/schema.ts'

const endsAt = clock('Isi jam selesai.')

const facts = {
  title: text('Isi nama sidang.'),
  heldOn: day('Isi hari sidang.'),
  beginsAt: clock('Isi jam mulai.'),
  endsAt,
  place: optionalText(),
  link: optionalText(1000).refine(
    (link) => link === '' || /^https?:\/\/\S+$/i.test(link),
    'Isi alamat lengkap yang diawali https://.',
  ),
  slidesDueOn: optionalDay,
}

type Facts = {
  heldOn: string
  beginsAt: string
  endsAt: string
  place: string
  link: string
  slidesDueOn: string | null
}
const lasts = ({ beginsAt, endsAt }: Facts) => endsAt > beginsAt
const tooShort = { path: ['endsAt'], error: 'Jam selesai harus sesudah jam mulai.' }
const isSomewhere = ({ place, link }: Facts) => place !== '' || link !== ''
const nowhere = { path: ['place'], error: 'Isi tempat, atau tautan rapat daring.' }

const isDueInTime = ({ heldOn, slidesDueOn }: Facts) => slidesDueOn === null || slidesDueOn <= heldOn
const dueTooLate = { path: ['slidesDueOn'], error: 'Batas salindia paling lambat pada hari sidang.' }

const codes = several(z.string().max(20), 200)
const ids = several(rowId, 200)

const minutes = z
  .string('Isi lamanya dalam menit.')
  .trim()
  .regex(/^\d{1,3}$/, 'Isi angka bulat, misalnya 20.')
  .transform(Number)
  .refine((count) => count >= 5 && count <= 480, 'Isi antara 5 dan 480 menit.')

/** Formulir sidang baru, with the projects that are presented and how long each has. */
export const newSittingForm = z
  .object({ id: rowId, ...facts, codes, minutes })
  .refine(lasts, tooShort)
  .refine(isSomewhere, nowhere)
  .refine(isDueInTime, dueTooLate)

/** Formulir ubah sidang. */
export const sittingForm = z
  .object({ revision, ...facts })
  .refine(lasts, tooShort)
  .refine(isSomewhere, nowhere)
  .refine(isDueInTime, dueTooLate)

const slotForm = z.object({
  slot: rowId,
  beginsAt: clock('Isi jam mulai.'),
  minutes,
  fixed: z.literal('yes').optional(),
  out: z.literal('yes').optional(),
})

const mostSlots = 200

/**
 * Formulir susunan: one line for each slot that the sitting had when it was drawn, numbered from 1, the projects that
 * are added, and the end of the sitting, which lasts as long as they do. It may have other slots by now: its revision
 * says so, and the command asks for that first.
 */
export const slotsForm = z.looseObject({ revision, endsAt, codes, minutes }).transform((typed, context) => {
  const drawn = numbersTo(mostSlots).filter((number) => typed[`slot_${number}`] !== undefined)
  const slots = drawn.flatMap((number) => {
    const row = slotForm.safeParse(rowOf(typed, number, ['slot', 'beginsAt', 'minutes', 'fixed', 'out']))
    if (row.success) return [row.data]
    for (const { path, message } of row.error.issues) refuse(context, `${String(path[0])}_${number}`, message)
    return []
  })
  const kept = slots.filter(({ out }) => out === undefined)
  const { revision, endsAt, codes, minutes } = typed
  return { revision, endsAt, codes, minutes, kept }
})

/** Formulir penilai sidang. */
export const judgesForm = z.object({ revision, personIds: ids })

/** Formulir pindah: another sitting and hour, or the slot with which it changes places. */
export const moveForm = z
  .looseObject({ swapWith: optionalId })
  .transform(({ swapWith, ...typed }, context): { swapWith: string } | { to: z.output<typeof placeForm> } => {
    if (swapWith !== null) return { swapWith }
    const place = placeForm.safeParse(typed)
    if (place.success) return { to: place.data }
    for (const { path, message } of place.error.issues) refuse(context, String(path[0]), message)
    return z.NEVER
  })

const placeForm = z.object({ sittingId: chosenId('Pilih sidangnya.'), beginsAt: clock('Isi jam mulai.') })

/** Formulir halangan: when somebody can be at no presentation. */
export const absenceForm = z
  .object({
    id: rowId,
    personId: chosenId('Pilih siapa yang berhalangan.'),
    onDay: day('Isi harinya.'),
    beginsAt: clock('Isi jam mulai.'),
    endsAt,
  })
  .refine(({ beginsAt, endsAt }) => endsAt > beginsAt, tooShort)

const optionalClock = z.union([z.literal(''), clock('')], 'Isi jam seperti 12:00.').default('')

/** Formulir jadwal otomatis. `plan` is what the preview showed, and is kept only as it was seen. */
export const planForm = z
  .object({
    sittingIds: ids.refine((chosen) => chosen.length > 0, 'Pilih paling sedikit satu sidang.'),
    codes,
    minutes,
    gap: z
      .string('Isi jedanya, atau 0.')
      .trim()
      .regex(/^\d{1,2}$/, 'Isi angka bulat dari 0 sampai 99.')
      .transform(Number),
    ...{ pauseFrom: optionalClock, pauseUntil: optionalClock, restFrom: optionalClock, restUntil: optionalClock },
    replan: z.literal('yes').optional(),
    plan: z.string().max(40_000).default(''),
  })
  .refine(({ pauseFrom, pauseUntil }) => (pauseFrom === '') === (pauseUntil === '') && pauseFrom <= pauseUntil, {
    path: ['pauseUntil'],
    error: 'Isi jam mulai dan selesai rehat lain, selesai sesudah mulai, atau kosongkan keduanya.',
  })
  .refine(({ restFrom, restUntil }) => (restFrom === '') === (restUntil === '') && restFrom <= restUntil, {
    path: ['restUntil'],
    error: 'Isi jam mulai dan selesai istirahat siang, selesai sesudah mulai, atau kosongkan keduanya.',
  })

/** Formulir kehadiran. */
export const attendanceForm = z.object({ revision, personIds: ids, guests: optionalText(2000) })

/** Formulir masukan: a person of the agency, or a guest by name. */
export const feedbackForm = z
  .object({
    id: rowId,
    personId: optionalId,
    guest: optionalText(),
    words: text('Tulis masukannya.', 4000),
  })
  .refine(({ personId, guest }) => (personId === null) !== (guest === ''), {
    path: ['personId'],
    error: 'Pilih pegawai yang menyampaikannya, atau tulis nama tamu. Isi salah satu saja.',
  })

/** How many lines for follow-ups a decision begins with; as many come with each press of the button for more. */
export const linesAtOnce = 5
export const mostLines = 50

/** How many lines for follow-ups this form was drawn with. */
export function linesIn({ lines }: Record<string, unknown>): number {
  const count = typeof lines === 'string' && /^\d{1,2}$/.test(lines) ? Number(lines) : linesAtOnce
  return Math.min(Math.max(count, linesAtOnce), mostLines)
}

const toDo = {
  what: text('Tulis apa yang harus dilakukan.', 1000),
  ownerId: chosenId('Pilih siapa yang mengerjakannya.'),
  dueOn: day('Isi batas waktunya.'),
}

const followUpForm = z.object(toDo)

/** Formulir tindak lanjut dari sebuah masukan. */
export const feedbackFollowUpForm = z.object({ id: rowId, ...toDo })

/**
 * Formulir keputusan paparan. Without a sitting it asks why there was none. Changes are asked for in it, unless what was
 * said at the sitting has become follow-ups already.
 */
export const decisionForm = (hasSitting: boolean, hasFollowUps: boolean) =>
  z
    .looseObject({
      id: rowId,
      revision,
      decision: z.enum(['accepted', 'accepted_with_changes', 'again'], 'Pilih keputusannya.'),
      note: optionalText(4000),
      reason: hasSitting ? optionalText(500) : text('Tulis mengapa diputuskan tanpa sidang.', 500),
    })
    .transform((typed, context) => {
      const followUps = numbersTo(linesIn(typed)).flatMap((number) => {
        const typedRow = rowOf(typed, number, ['what', 'ownerId', 'dueOn'])
        if (!typedRow.what && !typedRow.dueOn) return []
        const row = followUpForm.safeParse(typedRow)
        if (row.success) return [row.data]
        for (const { path, message } of row.error.issues) refuse(context, `${String(path[0])}_${number}`, message)
        return []
      })
      const { id, revision, decision, note, reason } = typed
      if (decision === 'accepted_with_changes' && followUps.length === 0 && !hasFollowUps)
        refuse(context, 'what_1', 'Tulis paling sedikit satu perubahan yang diminta.')
      if (decision === 'again' && note.length < 10)
        refuse(context, 'note', 'Tulis apa yang perlu diperbaiki, paling sedikit 10 huruf.')
      return { id, revision, decision, note, reason: reason || null, followUps }
    })

const numbersTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

const rowOf = (typed: Record<string, unknown>, number: number, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, typed[`${name}_${number}`]]))

const refuse = (context: z.RefinementCtx, name: string, message: string) =>
  context.addIssue({ code: 'custom', path: [name], message })
