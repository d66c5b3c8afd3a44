import type { Day } from '#kit/date.ts'
import { type Evidence, stands } from './evidence.ts'

/** The questions of the LKE about agents of change, in the wording of the form (Permenpan RB 90/2021). */
export const lkeQuestions = {
  concrete: 'Agen perubahan telah membuat perubahan yang konkret di instansi (dalam 1 tahun)',
  integrated: 'Perubahan yang dibuat agen perubahan telah terintegrasi dalam sistem manajemen',
  appointed: 'Sudah ditetapkan agen perubahan',
}

export type LkeQuestion = keyof typeof lkeQuestions
export const lkeQuestionCodes = Object.keys(lkeQuestions) as [LkeQuestion, ...LkeQuestion[]]

/** Evidence that serves a question in the year of the day that it proves. */
export type Proving = Pick<Evidence, 'id' | 'state'> & { question: LkeQuestion; provesOn: Day }

/**
 * The questions of this evidence that no other evidence of the agency proves in the same year: what is left without
 * proof if it goes. Settled: the LKE is of a year, and evidence proves that of its day.
 */
export function questionsByItAlone(
  piece: Pick<Evidence, 'id' | 'state' | 'questions' | 'provesOn'>,
  all: readonly Proving[],
): LkeQuestion[] {
  if (!stands(piece)) return []
  const year = piece.provesOn.slice(0, 4)
  const others = all.filter((one) => one.id !== piece.id && stands(one) && one.provesOn.slice(0, 4) === year)
  return piece.questions.filter((question) => others.every((one) => one.question !== question))
}
