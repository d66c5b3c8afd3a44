import { dayInWords } from '#kit/date.ts'
import { type IntegrationKind, integrationKindWords } from '#project'
import type { CountedChange, Grade } from './lke.ts'

/** What stands where nothing can be divided by. */
export const notYet = 'belum dapat dihitung'

export const gradeWords: Record<Grade, string> = {
  A: 'A: ditetapkan dan berkontribusi terhadap perubahan',
  B: 'B: ditetapkan, namun belum berkontribusi',
  C: 'C: belum terdapat agen perubahan',
}

/** The document that proves an integration, in one line. */
export const documentWords = ({ kind, number, datedOn }: NonNullable<CountedChange['document']>): string =>
  `${integrationKindWords[kind as IntegrationKind]}, nomor ${number}, ${dayInWords(datedOn)}`
