import * as z from 'zod'
import {
  chosenId,
  day,
  optionalDay,
  optionalDecimal,
  optionalText,
  revision,
  rowId,
  several,
  text,
} from '#kit/schema.ts'
import { type OwnKey, ownKeys } from './columns.ts'
import { integrationKinds } from './integration.ts'
import { activitiesOf, type Matrix, numberOf } from './matrix.ts'

const filesDropped = several(rowId, 50)

const codes = several(z.string().max(60), 20)

/** Formulir uraian proyek. All of it may wait: a draft is saved as it is. */
export const descriptionForm = z.object({
  revision,
  title: optionalText(200),
  presentCondition: optionalText(4000),
  problem: optionalText(4000),
  wantedCondition: optionalText(4000),
  isPublicService: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((answer) => answer === 'yes'),
  innovationKind: z
    .enum(['', 'new', 'adapted', 'extended', 'raised'], 'Pilih salah satu jenis pembaruan.')
    .default('')
    .transform((kind) => kind || null),
  startedOn: optionalDay,
  areaCodes: codes,
  targetCodes: codes,
  proofDropped: filesDropped,
})

/** Formulir program dalam matriks. */
export const initiativeForm = z.object({
  id: rowId,
  title: text('Isi nama program.', 300),
  revision: revision.default(1),
})

const own = Object.fromEntries(ownKeys.map((key) => [key, optionalText(1000)])) as Record<
  OwnKey,
  ReturnType<typeof optionalText>
>

/** Formulir kegiatan. What is missing may stay missing in a draft; submitting asks for it. */
export const activityForm = z
  .object({
    id: rowId,
    initiativeId: rowId,
    revision: revision.default(1),
    title: text('Isi nama kegiatan.', 500),
    output: optionalText(500),
    indicator: optionalText(500),
    indicatorUnit: optionalText(60),
    baseline: optionalDecimal,
    target: optionalDecimal,
    startsOn: optionalDay,
    endsOn: optionalDay,
    inCharge: optionalText(200),
    parties: optionalText(1000),
    resources: optionalText(1000),
    risk: optionalText(1000),
    mitigation: optionalText(1000),
    areaCodes: codes,
    ...own,
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'Tanggal selesai tidak boleh sebelum tanggal mulai.',
  })
  .transform(({ own1, own2, own3, own4, own5, own6, ...read }) => ({
    ...read,
    more: withoutEmpty({ own1, own2, own3, own4, own5, own6 }),
  }))

const withoutEmpty = (texts: Record<OwnKey, string>): Partial<Record<OwnKey, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))

const saysEnough = (missing: string) => text(missing, 4000).refine((words) => words.length >= 10, missing)

const returnNote = saysEnough('Tulis apa yang perlu diperbaiki, paling sedikit 10 huruf.')

/** Formulir pengembalian rencana, which may also make its notes a follow-up with a due day. */
export const returnForm = z
  .object({
    note: returnNote,
    followUpId: rowId,
    asFollowUp: z
      .literal(['', 'yes'])
      .default('')
      .transform((answer) => answer === 'yes'),
    dueOn: optionalDay,
  })
  .refine(({ asFollowUp, dueOn }) => !asFollowUp || dueOn !== null, {
    path: ['dueOn'],
    message: 'Isi batas waktu tindak lanjutnya.',
  })
  .refine(({ asFollowUp, note }) => !asFollowUp || note.length <= 1000, {
    path: ['note'],
    message: 'Catatan yang menjadi tindak lanjut paling banyak 1.000 huruf.',
  })

/** Formulir pengembalian pernyataan selesai. */
export const sendBackForm = z.object({ note: returnNote })

/** Formulir anggota tim. */
export const memberForm = z.object({
  id: rowId,
  personId: chosenId('Pilih pegawai yang bergabung.'),
  part: text('Tulis bagian pegawai ini dalam proyek.', 200),
})

/** The name of the field that holds an activity's final value. */
export const valueField = (lineId: string): string => `value-${lineId}`

const finalValueOf = (activity: string) =>
  optionalDecimal.transform((value, context) => {
    if (value !== null) return value
    context.addIssue(`Isi nilai akhir kegiatan ${activity}, nol bila tidak ada hasil.`)
    return z.NEVER
  })

/** Formulir pernyataan selesai, with a field for each activity of the plan. */
export const finishForm = (matrix: Matrix) => {
  const values = matrix.flatMap((initiative) =>
    initiative.activities.map((activity) => [
      valueField(activity.lineId),
      finalValueOf(numberOf(initiative, activity)),
    ]),
  )
  const lineIds = activitiesOf(matrix).map(({ lineId }) => lineId)
  // In the order of the page, in which what is missing is then named.
  return z
    .object(Object.fromEntries(values) as Record<string, ReturnType<typeof finalValueOf>>)
    .and(
      z.object({
        id: rowId,
        beforeWords: text('Tulis keadaan sebelum perubahan.', 1000),
        beforeDropped: filesDropped,
        afterWords: text('Tulis keadaan sesudah perubahan.', 1000),
        afterDropped: filesDropped,
      }),
    )
    .transform((read) => {
      const sent: Record<string, unknown> = read
      const values = lineIds.map((lineId) => [lineId, String(sent[valueField(lineId)])])
      return { ...read, values: Object.fromEntries(values) as Record<string, string> }
    })
}

/** Formulir integrasi: the document that proves that a change is part of the management system. */
export const integrationForm = z.object({
  id: rowId,
  kind: z.enum(integrationKinds, 'Pilih jenis dokumennya.'),
  number: text('Tulis nomor dokumennya.', 200),
  datedOn: day('Isi tanggal dokumennya.'),
  documentDropped: filesDropped,
})

/** Formulir periksa integrasi: which statement was looked at, and the reason where it is sent back. */
export const verifyIntegrationForm = z.object({ id: rowId })
export const returnIntegrationForm = z.object({
  id: rowId,
  note: saysEnough('Tulis yang perlu dilengkapi, paling sedikit 10 huruf.'),
})

/** Formulir alasan: a new version of the plan, or the end of a project. */
export const reasonForm = z.object({ reason: saysEnough('Tulis alasannya, paling sedikit 10 huruf.') })

/** Formulir satu tombol: which revision was looked at when it was pressed. */
export const drawnForm = z.object({ revision })

/** Formulir pemindahan: one place up or down. */
export const moveForm = z.object({ step: z.enum(['-1', '1']).transform((step) => (step === '1' ? 1 : -1)) })
