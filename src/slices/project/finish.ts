import { activitiesOf, type Matrix, numberOf } from './matrix.ts'

/** The value that each activity's indicator reached, by line: decimals in text, exact as typed. */
export type FinalValues = Readonly<Record<string, string>>

/** Pernyataan selesai: that an agent declares a project finished, and how that was answered. */
export type Finish = {
  id: string
  projectId: string
  planId: string
  beforeWords: string
  afterWords: string
  finishedAt: Date
  /** The head sent it back, and says why. */
  sentBackAt: Date | null
  note: string
  confirmedAt: Date | null
}

/** The parts of a project that are files: proof of the start, pictures of before and after, proof of integration. */
export const fileParts = ['start', 'before', 'after', 'integration'] as const
export type FilePart = (typeof fileParts)[number]

type Said = {
  values: FinalValues
  beforeWords: string
  afterWords: string
  /** How many pictures there are of each. */
  pictures: Record<'before' | 'after', number>
}

/** What is said where a side has no picture. */
export const noPicture = {
  before: 'Lampirkan paling sedikit satu gambar keadaan sebelum perubahan.',
  after: 'Lampirkan paling sedikit satu gambar keadaan sesudah perubahan.',
}

/** What keeps a project from being declared finished, as sentences; empty when nothing does. */
export function finishGaps(matrix: Matrix, said: Said): string[] {
  const checks: [boolean, string][] = [
    [said.beforeWords === '', 'Tulis keadaan sebelum perubahan.'],
    [said.afterWords === '', 'Tulis keadaan sesudah perubahan.'],
    [said.pictures.before === 0, noPicture.before],
    [said.pictures.after === 0, noPicture.after],
  ]
  const withoutValue = matrix.flatMap((initiative) =>
    initiative.activities
      .filter(({ lineId }) => said.values[lineId] === undefined)
      .map((activity) => `Isi nilai akhir kegiatan ${numberOf(initiative, activity)}.`),
  )
  return [...withoutValue, ...checks.filter(([missing]) => missing).map(([, sentence]) => sentence)]
}

/**
 * Why a declaration has to wait for follow-ups, where the programme asks that all are closed; null when it need not. One
 * that its owner did and nobody looked at yet is open too.
 */
export const finishWaits = (needsClosed: boolean, pending: number): string | null =>
  needsClosed && pending > 0
    ? `Masih ada ${pending} tindak lanjut proyek ini yang belum ditutup. Proyek dapat dinyatakan selesai setelah semuanya ditutup.`
    : null

/** The final values of the plan's own activities; what was sent for any other line is left out. */
export const valuesFor = (matrix: Matrix, sent: FinalValues): { lineId: string; value: string }[] =>
  activitiesOf(matrix).flatMap(({ lineId }) => {
    const value = sent[lineId]
    return value === undefined ? [] : [{ lineId, value }]
  })
