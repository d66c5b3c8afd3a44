import type { Context } from 'hono'
import type { Db } from '#db'
import { listFilesOf, type MayReadFile, type StoredFile } from '#files'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { listEvidence } from '#progress'
import type { Web } from '#web/request.ts'
import { type Edition, type EditionField, fieldsOf } from './edition.ts'
import { type KeptEdition, shelfOf } from './edition-store.ts'
import type { EntryAnswer } from './entry.ts'
import { factsOf } from './facts-view.ts'
import { findFilm } from './film-store.ts'
import { listLetters } from './letter-store.ts'
import { entryPolicy } from './policy.ts'
import { type Proposal, proposalsOf, proposeEvidence, sourcesOf } from './proposal.ts'
import { type Gap, gapsOf, type Judged } from './readiness.ts'
import { type EntryRow, findEntry, findEntryById, listAnswers } from './store.ts'
import { type Traced, traceOf } from './trace.ts'

/** One field of an entry: what was asked, what was answered, what proves it, and what could be answered. */
export type FieldView = {
  field: EditionField
  answer: EntryAnswer | undefined
  files: StoredFile[]
  proposal: Proposal
  /** Lines of evidence that could prove it; empty where none is looked for or known. */
  proposedEvidence: string
  /** Its sentences, each with the source that says it too. */
  traced: Traced[]
}

/** Everything that the pages of an entry show. */
export type EntryView = {
  entry: EntryRow
  edition: Edition
  /** The newest version of its edition, where that is another than the entry's. */
  newer: KeptEdition | null
  fields: FieldView[]
  files: StoredFile[]
  judged: Judged
  gaps: Gap[]
}

/** The entry of this request's address; 404 where it may not be read. */
export async function viewOf(c: Context<Web>, code = c.req.param('code') ?? ''): Promise<EntryView> {
  const { db, actor } = c.var
  const entry = await findEntry(db, code)
  if (!entry || !can(entryPolicy, actor, 'read', entry)) throw notFound()
  const shelf = await shelfOf(db)
  const { edition } = shelf.of(entry)
  const newest = shelf.newest(entry.edition)
  const newer = newest && newest.version !== null && newest.version !== entry.editionVersion ? newest : null
  const files = await listFilesOf(db, 'entry', [entry.id])
  const judged = await judgedOf(db, entry, edition, files)
  const { answers } = judged
  const facts = await factsOf(db, entry.projectId)
  const verified = await listEvidence(db, entry.projectId, { state: 'verified' })
  const asked = fieldsOf(edition)
  const proposals = proposalsOf(asked, facts, new Map(answers.map(({ field, text }) => [field, text])))
  const fields = asked.map((field) => {
    const answer = answers.find((one) => one.field === field.key)
    return {
      field,
      answer,
      files: files.filter(({ part }) => part === field.key),
      proposal: proposals.get(field.key) ?? nothing,
      proposedEvidence: proposeEvidence(field, verified),
      traced: traceOf(answer?.text ?? '', sourcesOf(field, asked), facts),
    }
  })
  return { entry, edition, newer, fields, files, judged, gaps: gapsOf(judged) }
}

const nothing: Proposal = { text: '', from: [], cut: [], missing: [] }

/** Everything that the readiness of an entry looks at. */
export async function judgedOf(
  db: Db,
  entry: EntryRow,
  edition: Edition,
  known?: readonly StoredFile[],
): Promise<Judged> {
  const files = known ?? (await listFilesOf(db, 'entry', [entry.id]))
  const answers = await listAnswers(db, entry.id)
  const film = await findFilm(db, entry.projectId, entry.recordingId)
  const letters = await listLetters(db, entry.id)
  return { entry, answers, edition, isPublicService: entry.isPublicService, files, letters, film }
}

/** What is attached to an entry is read by whoever may read the entry. */
export const mayReadEntryFile: MayReadFile = async (db, actor, entryId) => {
  const entry = await findEntryById(db, entryId)
  return entry !== undefined && can(entryPolicy, actor, 'read', entry)
}
