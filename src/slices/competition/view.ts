import type { Context } from 'hono'
import type { Db } from '#db'
import { listFilesOf, type MayReadFile, type StoredFile } from '#files'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { nameInFull } from '#people'
import { listEvidence } from '#progress'
import { activitiesOf, findFinish, findMatrix, findProjectById, listPlans, listTeam } from '#project'
import type { Web } from '#web/request.ts'
import { type Edition, type EditionField, fieldsOf } from './edition.ts'
import { type KeptEdition, shelfOf } from './edition-store.ts'
import type { EntryAnswer } from './entry.ts'
import { findFilm } from './film-store.ts'
import { listLetters } from './letter-store.ts'
import { entryPolicy } from './policy.ts'
import { type ProjectFacts, type Proposal, propose, proposeEvidence, type Traced, traceOf } from './proposal.ts'
import { type Gap, gapsOf, type Judged } from './readiness.ts'
import { type EntryRow, findEntry, findEntryById, listAnswers } from './store.ts'

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

/**
 * What is known of a project, in a constant number of queries; what the plan undertakes is read from the agreed one. Final values
 * are those with which its agent declared it finished.
 */
export async function factsOf(db: Db, projectId: string): Promise<ProjectFacts> {
  const project = await findProjectById(db, projectId)
  if (!project) throw new Error(`Project ${projectId} is not there.`)
  const plans = await listPlans(db, projectId)
  const plan = plans.find(({ state }) => state === 'agreed') ?? plans.at(-1)
  const matrix = plan ? await findMatrix(db, plan.id) : []
  const team = (await listTeam(db, projectId)).map((member) => ({ name: nameInFull(member), part: member.part }))
  const { presentCondition, problem, wantedCondition, innovationKind } = project
  const values = (await findFinish(db, projectId))?.values ?? {}
  const finalValues = activitiesOf(matrix).flatMap(({ lineId, indicator, indicatorUnit, baseline }) => {
    const to = values[lineId]
    return to === undefined ? [] : [{ indicator, unit: indicatorUnit, from: baseline, to }]
  })
  return { presentCondition, problem, wantedCondition, innovationKind, matrix, team, finalValues }
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
  const fields = fieldsOf(edition).map((field) => ({
    field,
    answer: answers.find((one) => one.field === field.key),
    files: files.filter(({ part }) => part === field.key),
    proposal: propose(field, facts),
    proposedEvidence: proposeEvidence(field, verified),
    traced: traceOf(answers.find((one) => one.field === field.key)?.text ?? '', field, facts),
  }))
  return { entry, edition, newer, fields, files, judged, gaps: gapsOf(judged) }
}

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
