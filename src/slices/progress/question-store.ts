import { type Db, insert, on, remove, select, type Tx } from '#db'
import { type LkeQuestion, lkeQuestionCodes, type Proving } from './evidence-question.ts'

/** Saves which questions of the LKE evidence proves. */
export async function saveQuestions(tx: Tx, evidenceId: string, questions: LkeQuestion[]): Promise<void> {
  await remove(tx, 'evidenceQuestion').where('evidenceId', '=', evidenceId).execute()
  if (questions.length === 0) return
  await insert(
    tx,
    'evidenceQuestion',
    questions.map((question) => ({ evidenceId, question })),
  ).execute()
}

/** Evidence that proves questions, with its project. */
export type ProvingRow = Proving & { projectId: string; code: string; title: string }

type Within = { year: number; units: string[] | null; question?: LkeQuestion | undefined }

/** What proves questions of the LKE of a year: it stands, in projects of these units (null for all). One query. */
export async function listProving(db: Db, { year, units, question }: Within): Promise<ProvingRow[]> {
  const rows = await select(db, 'evidenceQuestion')
    .innerJoin('evidence', on('evidence.id', 'evidenceQuestion.evidenceId'))
    .innerJoin('project', on('project.id', 'evidence.projectId'))
    .select(['evidence.id', 'evidence.state', 'evidence.provesOn', 'evidenceQuestion.question'])
    .select(['project.id as projectId', 'project.code', 'project.title'])
    .where('evidence.state', 'in', ['submitted', 'verified'])
    .where('evidence.provesOn', '>=', `${year}-01-01`)
    .where('evidence.provesOn', '<=', `${year}-12-31`)
    .$if(units !== null, (query) => query.where('project.unitId', 'in', units ?? []))
    .$if(question !== undefined, (query) => query.where('evidenceQuestion.question', '=', question ?? ''))
    .orderBy('project.title')
    .orderBy('project.code')
    .orderBy('evidence.id')
    .execute()
  return rows.flatMap(({ question: code, ...row }) => {
    const known = lkeQuestionCodes.find((one) => one === code)
    return known ? [{ ...row, question: known }] : []
  })
}
