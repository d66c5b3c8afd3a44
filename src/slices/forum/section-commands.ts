import type { Db, Tx } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, notFound } from '#kit/refusal.ts'
import { type GuidelineSection, type GuidelineVersion, moved, stateAfter } from './guideline.ts'
import { actOn } from './guideline-held.ts'
import {
  addPart,
  addSection,
  listSections,
  removeSection,
  savePositions,
  saveSection,
  saveVersion,
} from './guideline-store.ts'

type Written = { heading: string; text: string }

/** Gives the draft another title. */
export const renameGuideline = (
  db: Db,
  actor: Actor,
  id: string,
  { title, revision }: { title: string; revision: number },
  moment: Moment,
) =>
  write(db, actor, id, moment, async (tx, version) => {
    compareRevision(version.revision, revision)
    await saveVersion(tx, { ...version, title })
    return {}
  })

/** Adds a section behind the others. Posted twice it is added once. */
export const writeSection = (
  db: Db,
  actor: Actor,
  id: string,
  { id: sectionId, heading, text }: Written & { id: string },
  moment: Moment,
) =>
  write(db, actor, id, moment, async (tx, version) => {
    const section = { id: sectionId, versionId: version.id, lineId: sectionId, heading, text }
    return (await addSection(tx, section)) ? { sectionId } : null
  })

/** Changes what a section says. */
export const editSection = (
  db: Db,
  actor: Actor,
  id: string,
  sectionId: string,
  { revision, ...written }: Written & { revision: number },
  moment: Moment,
) =>
  write(db, actor, id, moment, async (tx, version) => {
    const section = sectionIn(await listSections(tx, [version.id]), sectionId)
    compareRevision(section.revision, revision)
    await saveSection(tx, { ...section, ...written })
    return { sectionId }
  })

/** Moves a section before or behind its neighbour. */
export const moveSection = (db: Db, actor: Actor, id: string, sectionId: string, by: -1 | 1, moment: Moment) =>
  write(db, actor, id, moment, async (tx, version) => {
    const sections = await listSections(tx, [version.id])
    sectionIn(sections, sectionId)
    await savePositions(tx, moved(sections, sectionId, by))
    return { sectionId }
  })

/** Takes a section out of the draft; published versions keep theirs. */
export const dropSection = (db: Db, actor: Actor, id: string, sectionId: string, moment: Moment) =>
  write(db, actor, id, moment, async (tx, version) => {
    sectionIn(await listSections(tx, [version.id]), sectionId)
    await removeSection(tx, sectionId)
    return { sectionId }
  })

const write = (
  db: Db,
  actor: Actor,
  id: string,
  { now }: Moment,
  work: (tx: Tx, version: GuidelineVersion) => Promise<{ sectionId?: string } | null>,
) =>
  actOn(db, actor, id, 'write', async (tx, { latest }) => {
    stateAfter(latest.state, 'write')
    const what = await work(tx, latest)
    if (what === null) return
    await addPart(tx, latest.id, 'writer', actor, now)
    const details = { versionId: latest.id, ...what }
    await record(tx, actor, { event: 'guideline.edited', thing: { kind: 'guideline', id }, details }, now)
  })

/** The section of this id; 404 where the draft has none. */
export function sectionIn(sections: GuidelineSection[], id: string): GuidelineSection {
  const section = sections.find((one) => one.id === id)
  if (!section) throw notFound()
  return section
}
