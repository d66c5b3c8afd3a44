import { type Db, transact } from '#db'
import { dayIn, type Zone } from '#kit/date.ts'
import { metadataOf } from './answer.ts'
import { setsOf, specsOf, statementsOf } from './given.ts'
import { holdHarvest, listGiven, saveGiven, saveGone, saveSets } from './harvest-store.ts'
import { listShownFacts } from './shown-facts-store.ts'

/**
 * Brings what harvesters are given to what everybody may see: of one project, or of the whole agency. Whatever differs
 * is dated with this second, whoever or whatever changed it (a title, a unit's name, the end of an embargo); done twice
 * it changes nothing. Returns how many records changed.
 */
export const refreshHarvest = (db: Db, projectId: string | null, url: string, now: Date): Promise<number> =>
  transact(db, async (tx) => {
    await holdHarvest(tx)
    const changedAt = new Date(Math.floor(now.getTime() / 1000) * 1000)
    const given = new Map((await listGiven(tx, projectId)).map((row) => [row.recordingId, row]))
    let changes = 0
    for (const row of await listShownFacts(tx, projectId, now)) {
      const { arkNaan, arkName, publishedAt } = row
      // Named in a moment, when the worker comes to it.
      if (arkNaan === null || arkName === null || publishedAt === null) continue
      const facts = { ...row, arkNaan, arkName, issuedOn: dayIn(row.zone as Zone, publishedAt) }
      const sets = setsOf(facts)
      const specs = specsOf(sets)
      const metadata = metadataOf(statementsOf(facts, url))
      const before = given.get(row.id)
      given.delete(row.id)
      if (before?.metadata === metadata && before.sets.join() === specs.join()) continue
      await saveSets(tx, sets)
      await saveGiven(tx, { recordingId: row.id, arkNaan, arkName, sets: specs, metadata }, changedAt)
      changes += 1
    }
    const gone = [...given.values()].filter(({ metadata }) => metadata !== null).map(({ recordingId }) => recordingId)
    if (gone.length > 0) await saveGone(tx, gone, changedAt)
    return changes + gone.length
  })
