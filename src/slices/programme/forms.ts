import * as z from 'zod'
import { day, optionalDay, revision, rowId, text } from '#kit/schema.ts'
import {
  agentCounts,
  mostReportDays,
  reportings,
  type Stage,
  type StageKind,
  stageKinds,
  wrongDates,
} from './programme.ts'

/** The name of the field that holds a stage's due day. */
export const dueField = <Kind extends StageKind>(kind: Kind): `due_${Kind}` => `due_${kind}`

const dues = Object.fromEntries(stageKinds.map((kind) => [dueField(kind), optionalDay])) as Record<
  `due_${StageKind}`,
  typeof optionalDay
>

const term = { fromOn: day('Isi hari pertama program.'), untilOn: day('Isi hari terakhir program.') }

/** Typed as a whole number of days. */
const reportDays = z
  .string('Isi jumlah hari.')
  .trim()
  .regex(/^\d{1,2}$/, `Isi bilangan bulat antara 0 dan ${mostReportDays}.`)
  .transform(Number)
  .refine((days) => days <= mostReportDays, `Paling lama ${mostReportDays} hari.`)

const facts = {
  name: text('Isi nama program.'),
  ...term,
  agentCount: z.enum(agentCounts, 'Pilih cara menghitung agen.'),
  reporting: z.enum(reportings, 'Pilih seberapa sering agen melapor.'),
  reportDays,
  finishNeedsClosed: z
    .literal(['', 'yes'])
    .default('')
    .transform((answer) => answer === 'yes'),
  ...dues,
}

type Filled = z.output<z.ZodObject<typeof facts>>

/** What was filled in, with its stages in the order of the way; dates that cannot be are said beside their fields. */
function factsOf(filled: Filled, context: z.RefinementCtx) {
  const { name, fromOn, untilOn, agentCount, finishNeedsClosed, reporting, reportDays: days } = filled
  const stages: Stage[] = stageKinds.flatMap((kind) => {
    const dueOn = filled[dueField(kind)]
    return dueOn === null ? [] : [{ kind, dueOn }]
  })
  const wrong = wrongDates({ fromOn, untilOn, stages })
  if (wrong.untilOn) context.addIssue({ code: 'custom', path: ['untilOn'], message: wrong.untilOn })
  for (const kind of stageKinds) {
    const message = wrong[kind]
    if (message) context.addIssue({ code: 'custom', path: [dueField(kind)], message })
  }
  return { name, fromOn, untilOn, agentCount, finishNeedsClosed, reporting, reportDays: days, stages }
}

/** Formulir buat program. */
export const newProgrammeForm = z
  .object({ id: rowId, setCode: text('Pilih peta jalan.', 60), ...facts })
  .transform((filled, context) => ({ id: filled.id, setCode: filled.setCode, ...factsOf(filled, context) }))

/** Formulir ubah program. The set stays: projects name its areas. */
export const programmeForm = z
  .object({ revision, ...facts })
  .transform((filled, context) => ({ revision: filled.revision, ...factsOf(filled, context) }))

/** What must be known before due days can be proposed. */
export const termForm = z.object(term).superRefine((dates, context) => {
  const message = wrongDates({ ...dates, stages: [] }).untilOn
  if (message) context.addIssue({ code: 'custom', path: ['untilOn'], message })
})
