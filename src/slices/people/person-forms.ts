import * as z from 'zod'
import type { Day } from '#kit/date.ts'
import { optionalEmail, optionalId, optionalText, revision, rowId, text } from '#kit/schema.ts'
import { readNip } from './nip.ts'

/** What is asked of a person, and judged on that day. A person has a NIP or a reason for having none. */
const facts = (today: Day) => ({
  titlesBefore: optionalText(60),
  name: text('Isi nama tanpa gelar.'),
  titlesAfter: optionalText(100),
  nip: z
    .string()
    .trim()
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null
      const read = readNip(typed, today)
      if (read.ok) return read.nip
      context.addIssue(read.reason)
      return z.NEVER
    }),
  noNipReason: optionalText(200).transform((reason) => reason || null),
  position: optionalText(200),
  grade: optionalText(60),
  unitId: optionalId,
  email: optionalEmail,
})

type Numbered = { nip: string | null; noNipReason: string | null }

const saysWhyNoNip = ({ nip, noNipReason }: Numbered) => nip !== null || noNipReason !== null
const whyNoNip = { path: ['noNipReason'], error: 'Isi NIP, atau alasan pegawai ini tidak memilikinya.' }
const isOneOfBoth = ({ nip, noNipReason }: Numbered) => nip === null || noNipReason === null
const oneOfBoth = { path: ['noNipReason'], error: 'Kosongkan alasan ini, karena NIP sudah diisi.' }

/** Formulir tambah pegawai. */
export const newPersonForm = (today: Day) =>
  z
    .object({ id: rowId, ...facts(today) })
    .refine(saysWhyNoNip, whyNoNip)
    .refine(isOneOfBoth, oneOfBoth)

/** Formulir koreksi pegawai. */
export const correctionForm = (today: Day) =>
  z
    .object({ revision, reason: text('Isi alasan koreksi ini.', 500), ...facts(today) })
    .refine(saysWhyNoNip, whyNoNip)
    .refine(isOneOfBoth, oneOfBoth)
