import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { compareRevision, conflict, forbidden } from '#kit/refusal.ts'
import { mustBe } from './assessment.ts'
import { note } from './held.ts'
import { holdOwnSheet } from './own-view.ts'
import { findAssessedBy, holdSeat } from './panel-store.ts'
import { causeSentences } from './recusal.ts'
import { changesOf, checkMarks, draftOf, type Scoresheet, sheetGapOf, type TypedMarks } from './scoresheet.ts'
import { addRecusals, addSheet, addVersion, holdSheet, listMarked, removeSheet, saveSheet } from './sheet-store.ts'

/** The judge declares that there is no conflict of interest; with that the sheet is there. */
export const declareNoConflict = (db: Db, actor: Actor, id: string, code: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, judgeId, sheet, cause } = await holdToDeclare(tx, actor, id, code, today)
    if (cause) throw forbidden(causeSentences[cause])
    if (sheet) return
    await addSheet(tx, { id: randomUUIDv7(), assessmentId: id, projectId: project.id, judgeId, declaredAt: now })
    await note(tx, actor, id, { event: 'assessment.no-conflict-declared', details: { projectId: project.id } }, now)
  })

/** The judge declares a conflict of interest and stays out; a draft goes with it. */
export const declareConflict = (db: Db, actor: Actor, id: string, code: string, why: string, moment: Moment) =>
  transact(db, async (tx) => {
    const { project, judgeId, sheet, cause } = await holdToDeclare(tx, actor, id, code, moment.today)
    if (cause) return
    if (sheet) {
      mustBeDraft(sheet)
      await removeSheet(tx, sheet.id)
    }
    const recusal = { projectId: project.id, judgeId, cause: 'declared' as const, note: why }
    await addRecusals(tx, id, [recusal], moment.now)
    await note(tx, actor, id, { event: 'assessment.conflict-declared', details: { projectId: project.id } }, moment.now)
  })

/** Saves a draft: it decides nothing and leaves no entry. What it held before is kept for its judge. */
export const saveMarks = (
  db: Db,
  actor: Actor,
  id: string,
  code: string,
  saved: Pick<TypedMarks, 'marks' | 'note'> & Partial<TypedMarks> & { revision: number },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const sheet = declared((await holdOwn(tx, actor, id, code, today)).sheet)
    mustBeDraft(sheet)
    compareRevision(sheet.revision, saved.revision)
    const { criteria, ...stored } = await listMarked(tx, sheet)
    const held = { ...stored, note: sheet.note }
    const draft = draftOf(held, { comments: new Map(), unkept: [], ...saved })
    checkMarks(criteria, draft.marks)
    // A note is written over many pauses: it is kept with the marks beside which it stood.
    if (changesOf(criteria, { ...held, note: draft.note }, draft).length > 0)
      await addVersion(tx, sheet, { ...draft, savedAt: now })
    await saveSheet(tx, { ...sheet, note: draft.note }, draft, held)
  })

/** The sheet is handed in as it is saved; from then on it is locked. */
export const submitSheet = (db: Db, actor: Actor, id: string, code: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const own = await holdOwn(tx, actor, id, code, today)
    const sheet = declared(own.sheet)
    mustBeDraft(sheet)
    const { criteria, ...held } = await listMarked(tx, sheet)
    const gap = sheetGapOf(criteria, { ...held, note: sheet.note })
    if (gap) throw conflict(`Nilai belum dapat dikirim. ${gap}`)
    await saveSheet(tx, { ...sheet, submittedAt: now }, held, held)
    const details = { projectId: own.project.id }
    await note(tx, actor, id, { event: 'assessment.sheet-submitted', details }, now)
  })

/** The actor's own place in a panel that is open, held. Throws 403 where the actor does not judge this project. */
async function holdOwn(tx: Tx, actor: Actor, id: string, code: string, today: Day) {
  const own = await holdOwnSheet(tx, actor, id, code, today)
  mustBe(own.assessment, 'open')
  return own
}

/**
 * The same, and the judge's seat: judges hold their assessment together, and one who declares in two windows at once
 * does so in one after the other. Sheet and cause are those that the other one left: never is a sheet beside a conflict.
 */
async function holdToDeclare(tx: Tx, actor: Actor, id: string, code: string, today: Day) {
  const { project, judgeId } = await holdOwn(tx, actor, id, code, today)
  await holdSeat(tx, id, judgeId)
  const sheet = await holdSheet(tx, { assessmentId: id, projectId: project.id, judgeId })
  const cause = (await findAssessedBy(tx, { assessmentId: id, code, judgeId }, today))?.cause
  return { project, judgeId, sheet, cause }
}

function declared(sheet: Scoresheet | undefined): Scoresheet {
  if (!sheet) throw conflict('Nyatakan lebih dahulu bahwa Anda tidak mempunyai benturan kepentingan.')
  return sheet
}

function mustBeDraft(sheet: Scoresheet): void {
  if (sheet.submittedAt !== null) throw conflict('Nilai ini sudah dikirim dan terkunci.')
}
