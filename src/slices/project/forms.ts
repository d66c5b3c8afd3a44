import * as z from 'zod'
import { isDay } from '#kit/date.ts'

const text = (most: number) => z.string().trim().max(most, `Paling banyak ${most} huruf.`).default('')

const day = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || isDay(value), 'Isi tanggal yang ada, misalnya 2026-03-31.')
  .transform((value) => value || null)

const codes = z.preprocess((value) => [value ?? []].flat(), z.array(z.string().max(60)).max(20))

const revision = z.coerce.number('Muat ulang halaman ini, lalu coba lagi.').int().min(1)

/** A decimal as Indonesians type it ("1.234,5"), kept exact as text; empty is none. */
const decimal = z
  .string()
  .trim()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    if (/^-?\d{1,3}(\.\d{3})*(,\d{1,6})?$|^-?\d+(,\d{1,6})?$/.test(value)) {
      return value.replaceAll('.', '').replace(',', '.')
    }
    context.addIssue('Isi angka, dengan koma untuk pecahan, misalnya 1.250 atau 4,6.')
    return z.NEVER
  })

/** Formulir uraian proyek. */
export const descriptionForm = z.object({
  revision,
  title: text(200),
  presentCondition: text(4000),
  problem: text(4000),
  wantedCondition: text(4000),
  isPublicService: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((answer) => answer === 'yes'),
  innovationKind: z
    .enum(['', 'new', 'adapted', 'extended', 'raised'], 'Pilih salah satu jenis pembaruan.')
    .default('')
    .transform((kind) => kind || null),
  startedOn: day,
  areaCodes: codes,
  targetCodes: codes,
})

/** Formulir program dalam matriks. */
export const initiativeForm = z.object({
  id: z.uuid(),
  title: text(300).refine((title) => title !== '', 'Isi nama program.'),
  revision: revision.default(1),
})

/** Formulir kegiatan. What is missing may stay missing in a draft; submitting asks for it. */
export const activityForm = z
  .object({
    id: z.uuid(),
    initiativeId: z.uuid(),
    revision: revision.default(1),
    title: text(500).refine((title) => title !== '', 'Isi nama kegiatan.'),
    output: text(500),
    indicator: text(500),
    indicatorUnit: text(60),
    baseline: decimal,
    target: decimal,
    startsOn: day,
    endsOn: day,
    inCharge: text(200),
    resources: text(1000),
    risk: text(1000),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'Tanggal selesai tidak boleh sebelum tanggal mulai.',
  })

/** Formulir pengembalian rencana. */
export const returnForm = z.object({
  note: text(4000).refine((note) => note.length >= 10, 'Tulis apa yang perlu diperbaiki, paling sedikit 10 huruf.'),
})

/** Formulir pengajuan: which revision of the plan is meant. */
export const submitForm = z.object({ revision })

/** Formulir alasan: a new version of the plan, or the end of a project. */
export const reasonForm = z.object({
  reason: text(2000).refine((reason) => reason.length >= 10, 'Tulis alasannya, paling sedikit 10 huruf.'),
})
