import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { Day } from '#kit/date.ts'
import { type Page, pageSize } from '#kit/list.ts'
import type { Evidence, EvidenceState } from './evidence.ts'
import type { LkeQuestion } from './evidence-question.ts'

const columns = [
  'evidence.agencyId',
  'evidence.id',
  'evidence.projectId',
  'evidence.reportId',
  'evidence.name',
  'evidence.link',
  'evidence.provesOn',
  'evidence.state',
  'evidence.addedAt',
  'evidence.accountId',
  'evidence.personId',
  'evidence.decidedAt',
  'evidence.decidedBy',
  'evidence.remark',
] as const

const lineIds = sql<string[]>`array(
  select evidence_line.line_id::text from evidence_line
  where evidence_line.agency_id = evidence.agency_id and evidence_line.evidence_id = evidence.id
  order by 1)`.as('lineIds')

const questions = sql<LkeQuestion[]>`array(
  select evidence_question.question from evidence_question
  where evidence_question.agency_id = evidence.agency_id and evidence_question.evidence_id = evidence.id
  order by 1)`.as('questions')

/** The evidence of this id about a project. */
export const findEvidence = (db: Db, projectId: string, id: string): Promise<Evidence | undefined> =>
  select(db, 'evidence')
    .select(columns)
    .select([lineIds, questions])
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst()

export type NewEvidence = Omit<Evidence, 'agencyId' | 'questions' | 'state' | 'decidedAt' | 'decidedBy' | 'remark'>

/** Adds evidence; false when there is some of this id already. */
export async function addEvidence(tx: Tx, { lineIds, ...evidence }: NewEvidence): Promise<boolean> {
  const row = await insert(tx, 'evidence', evidence)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) await addLines(tx, evidence.id, lineIds)
  return row !== undefined
}

const addLines = (tx: Tx, evidenceId: string, lineIds: string[]) =>
  insert(
    tx,
    'evidenceLine',
    lineIds.map((lineId) => ({ evidenceId, lineId })),
  ).execute()

/** Saves which activities evidence proves. */
export async function saveLines(tx: Tx, evidenceId: string, lineIds: string[]): Promise<void> {
  await remove(tx, 'evidenceLine').where('evidenceId', '=', evidenceId).execute()
  await addLines(tx, evidenceId, lineIds)
}

/** Saves what was decided about evidence. */
export const saveEvidence = (tx: Tx, { id, state, decidedAt, decidedBy, remark }: Evidence) =>
  update(tx, 'evidence').set({ state, decidedAt, decidedBy, remark }).where('id', '=', id).executeTakeFirstOrThrow()

/** Evidence with its author's name, and its file where it is none of the web. */
export type EvidenceRow = Evidence & {
  authorName: string
  file: { id: string; name: string; size: number; mediaType: string; sha256: string } | null
  /** A picture of the file's first page, and an office file as PDF, once they were made. */
  preview: { id: string; name: string } | null
  pdf: { id: string; name: string } | null
  /** How often it was tried to make them. */
  previewTries: number
}

export type EvidenceSearch = {
  /** This one alone, also when it was withdrawn. */
  id?: string
  lineId?: string | null
  state?: EvidenceState | null
  question?: LkeQuestion | null
  /** Proving a day from this one on, and up to that one. */
  from?: Day | null
  until?: Day | null
  /** Of these media types; links alone where there are none. */
  mediaTypes?: string[] | null
}

/** The evidence of projects, the latest first; what was withdrawn is no evidence any more. One query. */
export async function listEvidence(
  db: Db,
  projectIds: string | string[],
  search: EvidenceSearch = {},
): Promise<EvidenceRow[]> {
  const wanted = [projectIds].flat()
  if (wanted.length === 0) return []
  return (await latestFirst(db, wanted, search).execute()).map(rowOf)
}

/** A page of the evidence of a project, the latest first. One query. */
export async function pageEvidence(
  db: Db,
  projectId: string,
  search: EvidenceSearch,
  number: number,
): Promise<Page<EvidenceRow>> {
  const found = await latestFirst(db, [projectId], search)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  const rows = found.map(({ total: _, ...row }) => rowOf(row))
  return { rows, total: found[0]?.total ?? 0, number, size: pageSize }
}

const latestFirst = (db: Db, projectIds: string[], search: EvidenceSearch) =>
  narrowed(db, search)
    .innerJoin('account', 'account.id', 'evidence.accountId')
    .leftJoin('person', on('person.id', 'evidence.personId'))
    .select(columns)
    .select([lineIds, questions])
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('authorName'))
    .select(['file.id as fileId', 'file.name as fileName', 'file.size', 'file.mediaType', 'file.sha256'])
    .select(['preview.id as previewId', 'preview.name as previewName', 'copy.id as pdfId', 'copy.name as pdfName'])
    .select((eb) => eb.fn.coalesce('filePreview.tries', sql<number>`0`).as('previewTries'))
    .where('evidence.projectId', 'in', projectIds)
    .orderBy('evidence.addedAt', 'desc')
    .orderBy('evidence.id', 'desc')

type Found = Awaited<ReturnType<ReturnType<typeof latestFirst>['execute']>>[number]

const rowOf = ({
  fileId,
  fileName,
  size,
  mediaType,
  sha256,
  previewId,
  previewName,
  pdfId,
  pdfName,
  ...evidence
}: Found): EvidenceRow => ({
  ...evidence,
  preview: previewId === null || previewName === null ? null : { id: previewId, name: previewName },
  pdf: pdfId === null || pdfName === null ? null : { id: pdfId, name: pdfName },
  file:
    fileId === null || fileName === null || size === null || mediaType === null || sha256 === null
      ? null
      : { id: fileId, name: fileName, size, mediaType, sha256 },
})

const narrowed = (db: Db, { id, lineId, state, question, from, until, mediaTypes }: EvidenceSearch) =>
  select(db, 'evidence')
    .leftJoin('file', on('file.id', 'evidence.id'))
    .leftJoin('file as preview', (join) =>
      on(
        'preview.thingId',
        'evidence.id',
      )(join)
        .on('preview.thingKind', '=', 'evidence')
        .on('preview.part', '=', 'preview'),
    )
    .leftJoin('file as copy', (join) =>
      on('copy.thingId', 'evidence.id')(join).on('copy.thingKind', '=', 'evidence').on('copy.part', '=', 'pdf'),
    )
    .leftJoin('filePreview', on('filePreview.fileId', 'evidence.id'))
    .$if(id !== undefined, (query) => query.where('evidence.id', '=', id ?? ''))
    .$if(id === undefined, (query) => query.where('evidence.state', '!=', 'withdrawn'))
    .$if(Boolean(state), (query) => query.where('evidence.state', '=', state ?? 'submitted'))
    .$if(Boolean(from), (query) => query.where('evidence.provesOn', '>=', from ?? ''))
    .$if(Boolean(until), (query) => query.where('evidence.provesOn', '<=', until ?? ''))
    .$if(Boolean(lineId), (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('evidenceLine')
            .select('evidenceLine.lineId')
            .whereRef('evidenceLine.agencyId', '=', 'evidence.agencyId')
            .whereRef('evidenceLine.evidenceId', '=', 'evidence.id')
            .where('evidenceLine.lineId', '=', lineId ?? ''),
        ),
      ),
    )
    .$if(Boolean(question), (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('evidenceQuestion')
            .select('evidenceQuestion.question')
            .whereRef('evidenceQuestion.agencyId', '=', 'evidence.agencyId')
            .whereRef('evidenceQuestion.evidenceId', '=', 'evidence.id')
            .where('evidenceQuestion.question', '=', question ?? 'concrete'),
        ),
      ),
    )
    .$if(mediaTypes?.length === 0, (query) => query.where('evidence.link', 'is not', null))
    .$if(Boolean(mediaTypes?.length), (query) => query.where('file.mediaType', 'in', mediaTypes ?? []))

/** Where the same content was used as evidence before. */
export type Reuse = {
  evidenceId: string
  projectId: string
  lineIds: string[]
  projectCode: string
  projectTitle: string
}

/** Which of these pieces of evidence have a file that was evidence before. One query. */
export const listReuse = async (db: Db, evidenceIds: string[]): Promise<Reuse[]> =>
  evidenceIds.length === 0
    ? []
    : select(db, 'evidence')
        .innerJoin('file as own', on('own.id', 'evidence.id'))
        .innerJoin('file as former', (join) =>
          on(
            'former.sha256',
            'own.sha256',
          )(join)
            .on('former.thingKind', '=', 'evidence')
            .onRef('former.id', '<', 'own.id'),
        )
        .innerJoin('evidence as before', on('before.id', 'former.id'))
        .innerJoin('project', on('project.id', 'before.projectId'))
        .distinctOn('evidence.id')
        .select(['evidence.id as evidenceId', 'before.projectId'])
        .select(
          sql<string[]>`array(
            select evidence_line.line_id::text from evidence_line
            where evidence_line.agency_id = before.agency_id and evidence_line.evidence_id = before.id)`.as('lineIds'),
        )
        .select(['project.code as projectCode', 'project.title as projectTitle'])
        .where('evidence.id', 'in', evidenceIds)
        .orderBy('evidence.id')
        .orderBy('former.id')
        .execute()

/** Whoever brought evidence that still stands, held until the transaction ends; undefined when it was withdrawn. */
export const holdAuthor = (tx: Tx, id: string): Promise<Pick<Evidence, 'accountId' | 'personId'> | undefined> =>
  select(tx, 'evidence')
    .select(['accountId', 'personId'])
    .where('id', '=', id)
    .where('state', '!=', 'withdrawn')
    .forUpdate()
    .executeTakeFirst()
