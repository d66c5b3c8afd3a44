import { conflict } from '#kit/refusal.ts'

export type AssessmentState = 'preparing' | 'open' | 'decided' | 'closed'

/** Penilaian: a panel of judges marks projects of a programme by one rubric, so that the best can be chosen. */
export type Assessment = {
  agencyId: string
  id: string
  programmeId: string
  title: string
  rubricName: string
  /** The version of its rubric with which it was opened; null before that. */
  rubricId: string | null
  /** How many judges mark each project; null where every judge does. */
  perProject: number | null
  state: AssessmentState
  openedAt: Date | null
  /** Why it was closed without a choice. */
  closedReason: string
  /** Since when everybody of the agency may read what was chosen; null where that was not decided. */
  announcedAt: Date | null
  revision: number
}

export type LifeAct = 'open' | 'decide' | 'withdraw' | 'close'

/** The whole life of an assessment: from which states an act may be done, and to which it leads. */
export const assessmentLife: Record<LifeAct, { from: AssessmentState[]; to: AssessmentState }> = {
  /** Judges mark; rubric, judges and projects no longer change. */
  open: { from: ['preparing'], to: 'open' },
  /** The best project was chosen. */
  decide: { from: ['open'], to: 'decided' },
  /** The choice is taken back: the panel may change again, and chooses anew. */
  withdraw: { from: ['decided'], to: 'open' },
  /** It ended without a choice. */
  close: { from: ['preparing', 'open'], to: 'closed' },
}

const refusals: Record<AssessmentState, string> = {
  preparing: 'Penilaian ini belum dibuka.',
  open: 'Penilaian ini sudah dibuka: rubrik dan proyeknya tidak dapat diubah, dan penilai hanya diganti atau dibebaskan.',
  decided: 'Penilaian ini sudah diputuskan. Tarik putusannya lebih dahulu bila masih ada yang harus diubah.',
  closed: 'Penilaian ini sudah ditutup tanpa pilihan.',
}

/** Whether the act may be done in this state. */
export const lifeAllows = (state: AssessmentState, act: LifeAct): boolean => assessmentLife[act].from.includes(state)

/** The assessment after the act; throws a conflict when its life does not allow it. */
export function live(assessment: Assessment, act: LifeAct): Assessment {
  if (!lifeAllows(assessment.state, act)) throw conflict(refusals[assessment.state])
  return { ...assessment, state: assessmentLife[act].to }
}

/** Throws a conflict unless the assessment stands in this state. */
export function mustBe(assessment: Pick<Assessment, 'state'>, state: AssessmentState): void {
  if (assessment.state !== state) throw conflict(refusals[assessment.state])
}

/** The fewest judges of a panel, and the fewest valid sheets by which a project can be ranked. */
export const fewestJudges = 3
export const fewestSheets = 2

type Ready = { judges: number; projects: number; rubricGap: string | null; perProject: number | null }

/** What still stands in the way of opening, in sentences. */
export function gapsOf(ready: Ready): string[] {
  return [
    ...(ready.rubricGap === null ? [] : [ready.rubricGap]),
    ...(ready.judges < fewestJudges
      ? [`Tunjuk paling sedikit tiga penilai; sekarang ${ready.judges === 0 ? 'belum ada' : `baru ${ready.judges}`}.`]
      : []),
    ...(ready.perProject !== null && ready.perProject > ready.judges
      ? [`Setiap proyek dinilai ${ready.perProject} penilai, tetapi penilainya baru ${ready.judges}.`]
      : []),
    ...(ready.projects === 0 ? ['Pilih paling sedikit satu proyek yang dinilai.'] : []),
  ]
}
