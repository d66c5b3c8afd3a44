import { type Db, type Tx, transact } from '#db'
import { arkInWords, arkOf } from '#recording'
import { addressOfProject } from '../share.ts'
import { describeShown } from '../shown-description.ts'
import { findShownFinish } from '../shown-finish-store.ts'
import { listShownRecordings } from '../shown-recording-store.ts'
import { findShownById, type ShownProject } from '../shown-store.ts'
import { metadataOf } from './answer.ts'
import { setsOf, specsOf } from './given.ts'
import { findHarvestPlace, holdHarvest, listGiven, saveGiven, saveGone, saveSets } from './harvest-store.ts'

/**
 * Brings what harvesters are given of a project's recordings to what everybody may see. Whatever differs is dated with
 * this second, whoever or whatever changed it (a title, a unit's name, the end of an embargo); done twice it changes
 * nothing. Returns how many records changed.
 */
export const refreshHarvest = (db: Db, projectId: string, url: string, now: Date): Promise<number> =>
  transact(db, async (tx) => {
    await holdHarvest(tx)
    const changedAt = new Date(Math.floor(now.getTime() / 1000) * 1000)
    const given = new Map((await listGiven(tx, projectId)).map((row) => [row.recordingId, row]))
    const project = await findShownById(tx, projectId)
    const drawn = project ? await drawAll(tx, project, url, now) : []
    const changed = drawn.filter(({ recordingId, metadata, sets }) => {
      const before = given.get(recordingId)
      given.delete(recordingId)
      return before?.metadata !== metadata || before.sets.join() !== specsOf(sets).join()
    })
    // All of a project at once: where everything is given anew there are a hundred thousand.
    await saveSets(
      tx,
      changed.flatMap(({ sets }) => sets),
    )
    await saveGiven(
      tx,
      changed.map((one) => ({ ...one, sets: specsOf(one.sets) })),
      changedAt,
    )
    const gone = [...given.values()].filter(({ metadata }) => metadata !== null).map(({ recordingId }) => recordingId)
    if (gone.length > 0) await saveGone(tx, gone, changedAt)
    return changed.length + gone.length
  })

/** What a published project's recordings are to be given out as: their names, groups and Dublin Core. */
async function drawAll(tx: Tx, project: ShownProject, url: string, now: Date) {
  const { zone, areas, ...slugs } = await findHarvestPlace(tx, project.id)
  const finish = await findShownFinish(tx, project)
  const change = finish ? { before: finish.beforeWords, after: finish.afterWords } : null
  return (await listShownRecordings(tx, project, now)).flatMap((recording) => {
    const ark = arkOf(recording)
    // Named in a moment, when the worker comes to it.
    if (ark === null) return []
    const identifiers = [`${url}/${arkInWords(ark)}`, arkInWords(ark)]
    const around = { identifiers, projectAddress: addressOfProject(url, project), zone, change }
    const own = areas.filter(({ name }) => recording.areas.includes(name))
    return {
      ...{ recordingId: recording.id, ...ark },
      sets: setsOf(recording.kind, own, { ...project, ...slugs }),
      metadata: metadataOf(describeShown(project, recording, around)),
    }
  })
}
