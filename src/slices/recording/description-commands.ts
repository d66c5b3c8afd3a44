import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { areasOf, findProgramme, targetsOf } from '#programme'
import { type Around, saveAround } from './description-store.ts'
import { holdFor, itself } from './held.ts'
import { describe, type Said } from './recording.ts'
import { saveRecording } from './store.ts'

/** Changes what is said of a recording. A licence that changes is said in an entry of its own. */
export const describeRecording = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, areaCodes, targetCodes, contributors, ...said }: Said & Around & { revision: number },
  now: Date,
) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, 'change')
    compareRevision(row.revision, revision)
    const described = describe(row, said)
    const programme = await findProgramme(tx, row.programmeId)
    if (!programme) throw conflict('Program dari dokumentasi ini tidak ada lagi.')
    const areas = await areasOf(tx, programme.setCode)
    const targets = await targetsOf(tx, programme.setCode)
    const isKnown = (codes: string[], of: { code: string }[]) =>
      codes.every((one) => of.some((known) => known.code === one))
    if (!isKnown(areaCodes, areas) || !isKnown(targetCodes, targets))
      throw conflict('Pilih area dan sasaran dari daftar program ini.')
    await saveRecording(tx, described)
    await saveAround(tx, row.id, programme.setCode, { areaCodes, targetCodes, contributors })
    await recordPreservation(tx, actor, { recordingId: row.id, kind: 'metadata modification' }, now)
    const thing = itself(row)
    const { projectId, licence: from } = row
    if (described.licence !== from) {
      const details = { projectId, from, to: described.licence }
      await record(tx, actor, { event: 'recording.licence-changed', thing, details }, now)
    }
    await record(tx, actor, { event: 'recording.changed', thing, details: { projectId } }, now)
  })
