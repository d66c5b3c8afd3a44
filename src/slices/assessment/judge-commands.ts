import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Day, type Moment } from '#kit/date.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { endStanding, findPerson, startStanding } from '#people'
import { findProgramme } from '#programme'
import { lifeAllows, mustBe } from './assessment.ts'
import { shareOut } from './assignment.ts'
import { hold, note, panelOf, type Seen } from './held.ts'
import { isLate, type LateChange, mustExplain, stoodIn } from './late.ts'
import { addLate, listLate } from './late-store.ts'
import { isUncovered, mayBeKeptFrom, type Pair } from './panel.ts'
import { addAssigned, hasAccess, listJudges, saveFields } from './panel-store.ts'
import { addRecusals } from './sheet-store.ts'
import { saveAssessment } from './store.ts'
import { rankAll } from './view.ts'

type Named = { personId: string; fields?: readonly string[] }

/** Names a judge, until it is opened; naming somebody twice changes nothing. */
export const nameJudge = (db: Db, actor: Actor, id: string, named: Named, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    mustBe(seen.assessment, 'preparing')
    if (!(await seat(tx, seen, named, today))) return
    await note(tx, actor, id, { event: 'assessment.judge-named', details: { personId: named.personId } }, now)
  })

/**
 * A judge judges no more. Sheets that are in stay valid, others are no longer waited for. With this somebody who
 * cannot go on does not hold up the panel.
 */
export const releaseJudge = (
  db: Db,
  actor: Actor,
  id: string,
  { personId, reason = '' }: { personId: string; reason?: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    if (!lifeAllows(seen.assessment.state, 'close'))
      throw conflict('Penilaian ini sudah berakhir, jadi penilainya tidak berubah lagi.')
    if (!(await isJudge(tx, id, personId))) return
    const change = { ...wholePanel, kind: 'released', judgeId: personId, reason } as const
    await noteLate(tx, actor, seen, change, { now, today })
    await endStanding(tx, { personId, relation: 'judge', thingId: id }, addDays(today, -1))
    await fillUp(tx, seen, today)
    await note(tx, actor, id, { event: 'assessment.judge-released', details: { personId } }, now)
  })

/**
 * Somebody else judges in the place of a judge who cannot go on, after it was opened. What the one handed in stays
 * valid; the other starts anew, and is kept from projects as everybody is. A panel does not grow by this.
 */
export const replaceJudge = (
  db: Db,
  actor: Actor,
  id: string,
  { outId, reason = '', ...named }: Named & { outId: string; reason?: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    mustBe(seen.assessment, 'open')
    if (!(await isJudge(tx, id, outId))) throw notFound()
    const change = { ...wholePanel, kind: 'replaced', judgeId: outId, successorId: named.personId, reason } as const
    await noteLate(tx, actor, seen, change, { now, today })
    await endStanding(tx, { personId: outId, relation: 'judge', thingId: id }, addDays(today, -1))
    if (!(await seat(tx, seen, named, today))) throw conflict('Pegawai ini sudah menjadi penilai.')
    const { recusals } = await panelOf(tx, seen, today)
    const own = recusals.filter(({ judgeId }) => judgeId === named.personId)
    await addRecusals(tx, id, own, now)
    await fillUp(tx, seen, today)
    const details = { personId: named.personId, outId, recusals: own.length }
    await note(tx, actor, id, { event: 'assessment.judge-replaced', details }, now)
  })

/**
 * A conflict of interest came to light that nobody declared: the judge is kept from this project, and a sheet of it
 * that is in counts no more. It stays where it is, with the reason beside it. This holds of somebody who was released
 * after handing it in, too.
 */
export const keepOut = (
  db: Db,
  actor: Actor,
  id: string,
  { personId, projectId, reason }: { personId: string; projectId: string; reason: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'prepare')
    mustBe(seen.assessment, 'open')
    if (!seen.projects.some((project) => project.id === projectId)) throw notFound()
    const panel = await panelOf(tx, seen, today)
    const isTheirs = (one: Pair) => one.projectId === projectId && one.judgeId === personId
    if (panel.recusals.some(isTheirs)) throw conflict('Penilai ini sudah tidak menilai proyek itu.', 'project_id')
    if (!mayBeKeptFrom(panel, { projectId, judgeId: personId })) throw notFound()
    const change = { ...wholePanel, kind: 'kept-out', judgeId: personId, projectId, reason } as const
    await noteLate(tx, actor, seen, change, { now, today })
    const recusal = { projectId, judgeId: personId, cause: 'found' as const, note: reason }
    await addRecusals(tx, id, [recusal], now)
    await fillUp(tx, seen, today)
    await note(tx, actor, id, { event: 'assessment.judge-kept-out', details: { personId, projectId } }, now)
  })

const wholePanel = { projectId: null, successorId: null }

/**
 * A step before the panel changes: what comes after the marks could be seen has a reason, is kept with how things stood,
 * and makes stale whatever form somebody is about to choose by.
 */
async function noteLate(
  tx: Tx,
  actor: Actor,
  seen: Seen,
  change: Pick<LateChange, 'kind' | 'judgeId' | 'successorId' | 'projectId' | 'reason'>,
  { now, today }: Moment,
): Promise<void> {
  const { assessment } = seen
  const panel = await panelOf(tx, seen, today)
  const isLateNow = isLate(panel, await listLate(tx, assessment.id))
  mustExplain(isLateNow, change.reason)
  if (!isLateNow) return
  const before = isUncovered(panel) ? stoodIn(await rankAll(tx, seen)) : []
  const { accountId, personId } = actor
  await addLate(tx, assessment.id, { id: randomUUIDv7(), ...change, changedAt: now, accountId, personId, before })
  await saveAssessment(tx, assessment)
}

/** A step: the person stands as judge from now on; false when it was so before. */
async function seat(tx: Tx, { assessment }: Seen, { personId, fields = [] }: Named, today: Day): Promise<boolean> {
  const { id, programmeId } = assessment
  if (!(await findPerson(tx, personId))) throw notFound()
  if (await isJudge(tx, id, personId)) return false
  if (!(await hasAccess(tx, personId)))
    throw conflict('Pegawai ini belum mempunyai akun. Undang lebih dahulu, lalu tunjuk sebagai penilai.')
  await startStanding(tx, { personId, relation: 'judge', thing: { kind: 'assessment', id }, fromOn: today })
  const programme = await findProgramme(tx, programmeId)
  if (programme) await saveFields(tx, { assessmentId: id, judgeId: personId }, { setCode: programme.setCode, fields })
  return true
}

/** A step: where sheets were shared out, projects that lack judges get others. Sheets that are in count for them. */
async function fillUp(tx: Tx, seen: Seen, today: Day): Promise<void> {
  const { id, perProject, state } = seen.assessment
  if (perProject === null || state !== 'open') return
  const { judges, judgeIds, assigned, sheets, recusals } = await panelOf(tx, seen, today)
  const asked = (assigned ?? []).filter(({ judgeId }) => judgeIds.includes(judgeId))
  const kept = [...asked, ...sheets.filter(({ submittedAt }) => submittedAt !== null)]
  await addAssigned(tx, id, shareOut({ judges, projects: seen.projects, perProject, barred: recusals, kept }))
}

const isJudge = async (tx: Tx, id: string, personId: string) =>
  (await listJudges(tx, id)).some((judge) => judge.personId === personId)
