import { type Db, type Tx, transact } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { removeCaptions } from './caption-store.ts'
import { itself } from './held.ts'
import { removePictures } from './picture-store.ts'
import { removeSteps } from './processing-store.ts'
import { type RetentionVerdict, refuseSettled, refuseVerdict } from './retention.ts'
import { retentionPolicy } from './retention-policy.ts'
import {
  addDecision,
  addRule,
  findRetained,
  findRule,
  holdRule,
  isCodeTaken,
  isOpenProposal,
  listDecisions,
  removeEarlier,
  type SaidRule,
  saveAnswer,
  saveRule,
} from './retention-store.ts'
import { holdRecording, type RecordingRow, saveNext } from './store.ts'

const ofAgency = ({ agencyId }: Db) => ({ agencyId })
const thingOf = ({ agencyId }: Db) => ({ kind: 'agency' as const, id: agencyId })

/** Adds a line to the agency's schedule. Posted twice it is added once. */
export const createRule = (db: Db, actor: Actor, { id, ...rule }: SaidRule & { id: string }, now: Date) =>
  transact(db, async (tx) => {
    authorize(retentionPolicy, actor, 'schedule', ofAgency(tx))
    await refuseTaken(tx, rule.code, id)
    await addRule(tx, { id, ...rule, createdAt: now })
    await record(tx, actor, { event: 'retention.rule-saved', thing: thingOf(tx), details: { ruleId: id } }, now)
  })

/** Changes a line of the schedule; what falls under it is due as it now says. */
export const changeRule = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, ...rule }: SaidRule & { revision: number },
  now: Date,
) =>
  transact(db, async (tx) => {
    authorize(retentionPolicy, actor, 'schedule', ofAgency(tx))
    const held = await holdRule(tx, id)
    if (!held) throw notFound()
    compareRevision(held.revision, revision)
    await refuseTaken(tx, rule.code, id)
    await saveRule(tx, held, rule)
    await record(tx, actor, { event: 'retention.rule-saved', thing: thingOf(tx), details: { ruleId: id } }, now)
  })

/** Takes a line out of use: nothing new falls under it, what was put under it stays there. */
export const retireRule = (db: Db, actor: Actor, id: string, { revision }: { revision: number }, now: Date) =>
  transact(db, async (tx) => {
    authorize(retentionPolicy, actor, 'schedule', ofAgency(tx))
    const held = await holdRule(tx, id)
    if (!held) throw notFound()
    if (held.retiredAt) throw conflict('Aturan ini sudah tidak berlaku.')
    compareRevision(held.revision, revision)
    await saveRule(tx, held, { retiredAt: now })
    await record(tx, actor, { event: 'retention.rule-retired', thing: thingOf(tx), details: { ruleId: id } }, now)
  })

async function refuseTaken(tx: Tx, code: string, id: string): Promise<void> {
  if (await isCodeTaken(tx, code, id)) throw conflict('Kode ini sudah dipakai aturan lain.')
}

/** Puts a recording under a line of the schedule; null: under that of its kind. */
export const placeUnderRule = (
  db: Db,
  actor: Actor,
  code: string,
  { ruleId, revision }: { ruleId: string | null; revision: number },
  now: Date,
) =>
  transact(db, async (tx) => {
    const row = await held(tx, actor, code, 'decide')
    const retained = await findRetained(tx, code)
    if (retained) refuseSettled(retained)
    compareRevision(row.revision, revision)
    if (ruleId !== null && !(await findRule(tx, ruleId))) throw conflict('Pilih aturan yang ada.')
    await saveNext(tx, row, { retentionRuleId: ruleId })
    const details = { projectId: row.projectId, ruleId }
    await record(tx, actor, { event: 'retention.rule-chosen', thing: itself(row), details }, now)
  })

export type Verdict = { verdict: RetentionVerdict; untilOn: Day | null; reason: string; paperId: string | null }

/** Decides what becomes of a recording. To destroy is only proposed: a second person confirms it. */
export const decideRetention = (
  db: Db,
  actor: Actor,
  code: string,
  { id, revision, verdict, untilOn, reason, paperId }: Verdict & { id: string; revision: number },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const row = await held(tx, actor, code, 'decide')
    const decisions = await listDecisions(tx, row.id)
    if (decisions.some((one) => one.id === id)) return
    const retained = await findRetained(tx, code)
    if (!retained) throw notFound()
    const hasPaper = paperId !== null
    refuseVerdict({ ...retained, isProposed: decisions.some(isOpenProposal) }, { verdict, untilOn, hasPaper }, today)
    compareRevision(row.revision, revision)
    if (paperId) await claimUpload(tx, actor, paperId, { ...itself(row), part: 'decision' }, now)
    const { accountId, personId } = actor
    const until = verdict === 'extend' ? untilOn : null
    const said = { id, recordingId: row.id, verdict, untilOn: until, reason, fileId: paperId, decidedAt: now }
    await addDecision(tx, { ...said, accountId, personId })
    const isSettled = verdict === 'permanent' || verdict === 'transfer'
    // A proposal too: whoever answers it answers this one, and not another that came in its place.
    await saveNext(tx, row, { ...(verdict === 'extend' && { keptUntil: until }), ...(isSettled && { settledAt: now }) })
    const figures = { verdict, untilOn: until }
    await recordPreservation(tx, actor, { recordingId: row.id, kind: 'policy assignment', figures }, now)
    const details = { projectId: row.projectId, decisionId: id, verdict, untilOn: until }
    await record(tx, actor, { event: 'retention.decided', thing: itself(row), details }, now)
  })

/**
 * Confirms a proposal to destroy: the recording leaves the lists, and its bytes go with the next sweep. What was said of
 * it stays for ever, with the minutes.
 */
export const confirmDestruction = (db: Db, actor: Actor, asked: Asked, { now, today }: Moment) =>
  answer(db, actor, asked, 'confirm', async (tx, row, decision) => {
    const still = await findRetained(tx, row.code)
    // The schedule may have changed since it was proposed.
    if (still)
      refuseVerdict({ ...still, isProposed: false }, { verdict: 'destroy', untilOn: null, hasPaper: true }, today)
    const { accountId, personId } = actor
    await saveAnswer(tx, decision.id, { confirmedAt: now, confirmedAccountId: accountId, confirmedPersonId: personId })
    await removeEarlier(tx, row.id)
    await removePictures(tx, row.id)
    await removeCaptions(tx, row.id)
    // A worker in the middle of a step keeps nothing of it any more.
    await removeSteps(tx, row.id)
    const files = await listFilesOf(tx, 'recording', [row.id])
    for (const { id, part } of files) if (part !== 'decision') await removeFile(tx, id, itself(row))
    // Its lasting address says this to everybody; why it was decided so stands in the decision.
    const because = 'Dimusnahkan sesuai jadwal retensi.'
    const out = { removedAt: row.removedAt ?? now, removedBecause: row.removedBecause ?? because }
    await saveNext(tx, row, { ...out, settledAt: now, destroyedAt: now })
    await recordPreservation(tx, actor, { recordingId: row.id, kind: 'deletion' }, now)
    const details = { projectId: row.projectId, decisionId: decision.id }
    await record(tx, actor, { event: 'retention.destroyed', thing: itself(row), details }, now)
  })

/** Says no to a proposal to destroy; the recording stays, and may be decided on anew. */
export const refuseDestruction = (db: Db, actor: Actor, asked: Asked, now: Date) =>
  answer(db, actor, asked, 'refuse', async (tx, row, decision) => {
    await saveAnswer(tx, decision.id, { refusedAt: now })
    await saveNext(tx, row, {})
    const details = { projectId: row.projectId, decisionId: decision.id }
    await record(tx, actor, { event: 'retention.refused', thing: itself(row), details }, now)
  })

/** The recording whose proposal is answered, as whoever answers saw it. */
type Asked = { code: string; revision: number }

const answer = (
  db: Db,
  actor: Actor,
  { code, revision }: Asked,
  act: 'confirm' | 'refuse',
  work: (tx: Tx, row: RecordingRow, decision: Awaited<ReturnType<typeof listDecisions>>[number]) => Promise<void>,
) =>
  transact(db, async (tx) => {
    const row = await holdRecording(tx, code)
    const open = row && (await listDecisions(tx, row.id)).find(isOpenProposal)
    authorize(retentionPolicy, actor, act, row && { agencyId: row.agencyId, ...(open && { proposedBy: open }) })
    if (!row || !open) throw conflict('Tidak ada usul musnah yang menunggu.')
    compareRevision(row.revision, revision)
    await work(tx, row, open)
  })

async function held(tx: Tx, actor: Actor, code: string, act: 'decide'): Promise<RecordingRow> {
  const row = await holdRecording(tx, code)
  authorize(retentionPolicy, actor, act, row)
  return row
}
