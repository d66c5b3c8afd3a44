import { randomBytes } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { violates } from '#db/violation.ts'
import { claimUpload } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { codeOf } from '#kit/text.ts'
import { findProgramme } from '#programme'
import { changeObstacle, type DecreeFacts } from './decree.ts'
import { countAppointed, findDecreeById, holdDecree, saveDecree, saveNewDecree } from './decree-store.ts'
import { decreePolicy } from './policy.ts'

/** Enters a decree, with its scan where one was uploaded; returns its code. Posted twice it is entered once. */
export const enterDecree = (
  db: Db,
  actor: Actor,
  { id, scans, ...facts }: DecreeFacts & { id: string; scans: string[] },
  now: Date,
): Promise<string> =>
  transact(db, async (tx) => {
    authorize(decreePolicy, actor, 'add', tx)
    await refuseUnknown(tx, facts)
    const code = codeOf(randomBytes(8))
    const isNew = await saveNewDecree(tx, { ...facts, id, code, agencyId: tx.agencyId, revision: 1 })
    if (!isNew) return (await findDecreeById(tx, id))?.code ?? code
    await attach(tx, actor, id, scans, now)
    await record(tx, actor, { event: 'decree.entered', thing: { kind: 'decree', id } }, now)
    return code
  })

/** Corrects what was entered of a decree. Its term stands once it has appointed somebody. */
export const correctDecree = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, scans, ...facts }: DecreeFacts & { revision: number; scans: string[] },
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    const decree = await holdDecree(tx, code)
    authorize(decreePolicy, actor, 'change', decree)
    compareRevision(decree.revision, revision)
    await refuseUnknown(tx, facts)
    const obstacle = changeObstacle(decree, facts, await countAppointed(tx, decree.id))
    if (obstacle !== null) throw conflict(obstacle)
    await saveDecree(tx, { ...decree, ...facts, revision: decree.revision + 1 })
    await attach(tx, actor, decree.id, scans, now)
    await record(tx, actor, { event: 'decree.corrected', thing: { kind: 'decree', id: decree.id } }, now)
  })

/** What to say beside the number when the same decree was entered before; null for other errors. */
export const takenNumberOf = (error: unknown): string | null =>
  violates(error, 'decree_agency_id_number_decided_on_key')
    ? 'Keputusan dengan nomor dan tanggal ini sudah tercatat.'
    : null

/** Programme and amended decree were chosen from lists; what is gone from them meanwhile is refused in words. */
async function refuseUnknown(tx: Tx, { programmeId, amendsId }: DecreeFacts): Promise<void> {
  if (!(await findProgramme(tx, programmeId))) throw conflict('Pilih program yang ada.')
  if (amendsId !== null && !(await findDecreeById(tx, amendsId))) throw conflict('Pilih keputusan yang ada.')
}

async function attach(tx: Tx, actor: Actor, decreeId: string, scans: string[], now: Date): Promise<void> {
  for (const id of scans) await claimUpload(tx, actor, id, { kind: 'decree', id: decreeId }, now)
}
