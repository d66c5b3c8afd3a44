import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Edition } from './edition.ts'
import type { Entry } from './entry.ts'

/** Hasil tahap: what a national stage decided of an entry. */
export type StageResult = {
  /** Key of the stage in the edition. */
  stage: string
  outcome: 'passed' | 'failed'
  decidedOn: Day
  note: string
  revision: number
}

const outcomeWords: Record<StageResult['outcome'], string> = { passed: 'Lolos', failed: 'Tidak lolos' }

/** What a result is called at a stage: in its edition's words where it has some. */
export const outcomeAt = (
  stage: Pick<Edition['stages'][number], 'passed' | 'failed'>,
  outcome: StageResult['outcome'],
) => stage[outcome] ?? outcomeWords[outcome]

/** Refuses what cannot be: a result of an entry that was never sent, of no stage, before it was sent, or to come. */
export function demandResult(entry: Entry, edition: Edition, { stage, decidedOn }: StageResult, today: Day): void {
  if (entry.sentOn === null) throw conflict('Catat pengiriman lebih dahulu.')
  if (!edition.stages.some(({ key }) => key === stage)) throw conflict('Pilih tahap edisi ini.')
  if (decidedOn > today) throw conflict('Tanggal hasil tidak boleh sesudah hari ini.')
  if (decidedOn < entry.sentOn) throw conflict('Tanggal hasil tidak boleh sebelum usulan dikirim.')
}

/** The furthest that an entry came: the last stage of its edition of which a result is known. */
export function furthest(edition: Edition, results: readonly StageResult[]): { label: string; outcome: string } | null {
  const known = edition.stages.flatMap((stage) => {
    const result = results.find((one) => one.stage === stage.key)
    return result ? [{ label: stage.label, outcome: outcomeAt(stage, result.outcome) }] : []
  })
  return known.at(-1) ?? null
}

/** The day on which the competition was over for an entry: when it failed, or passed the last stage; null before that. */
export function endedOn({ stages }: Pick<Edition, 'stages'>, results: readonly StageResult[]): Day | null {
  const last = stages.at(-1)?.key
  const end = results.find(({ stage, outcome }) => outcome === 'failed' || stage === last)
  return end?.decidedOn ?? null
}
