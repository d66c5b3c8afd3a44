import { randomUUIDv7 } from 'node:crypto'
import { type Db, forAgency, type Tx, transact } from '#db'
import { isRecorded, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import { areasOf } from '#programme'
import { type Beginning, beginStep } from './commands.ts'
import { programmeOf, settle } from './held.ts'
import { describedAfter, type Lineage, type PublicPlan, type PublicProject } from './lineage.ts'
import { addLineage, findLineage } from './lineage-store.ts'
import type { Matrix } from './matrix.ts'
import { addMatrix } from './plan-store.ts'
import { holdProject, saveProject } from './store.ts'

/**
 * Step: begins the project of a seat with what the public reads of another, and writes down from which. `id` was
 * minted by the page that offered it: a second post begins nothing. Returns the project's code.
 */
export async function replicateStep(
  tx: Tx,
  actor: Actor,
  beginning: Beginning,
  { source, taken }: { source: Lineage; taken: PublicProject },
  { now, today }: Moment,
): Promise<string> {
  const begun = await beginStep(tx, actor, beginning, { now, today })
  const { project, plan, onBehalfOf } = begun
  if (!begun.isNew) {
    if (project.id === beginning.id) return project.code
    throw conflict('Kedudukan ini sudah mempunyai proyek. Pilih kedudukan yang proyeknya belum dimulai.')
  }
  const { setCode } = await programmeOf(tx, project)
  const described = describedAfter(project, taken, await areasOf(tx, setCode))
  await saveProject(tx, described, setCode)
  await addMatrix(tx, plan.id, draftOf(taken.plan))
  await addLineage(tx, { ...source, projectId: project.id, takenAt: now })
  const details = { sourceCode: source.sourceCode }
  await settle(tx, actor, { project: described, plan }, { event: 'project.replicated', onBehalfOf, details }, now)
  if (source.sourceAgencyId === tx.agencyId) {
    const { sourceProjectId: id } = source
    const copied = { projectId: id, copyCode: project.code }
    await record(tx, actor, { event: 'project.copied', thing: { kind: 'project', id }, details: copied }, now)
  }
  return project.code
}

/** Rows with lines of their own: what is reported on them is not what was reported on the original's. */
const draftOf = (plan: PublicPlan): Matrix =>
  plan.map(({ title, activities }, at) => ({
    ...{ id: randomUUIDv7(), lineId: randomUUIDv7(), position: at + 1, title, revision: 1 },
    activities: activities.map(({ title, output, indicator, indicatorUnit }, place) => ({
      ...{ id: randomUUIDv7(), initiativeId: '', lineId: randomUUIDv7(), position: place + 1, revision: 1 },
      ...{ title, output, indicator, indicatorUnit },
      ...{ baseline: null, target: null, startsOn: null, endsOn: null, inCharge: '', parties: '', resources: '' },
      ...{ risk: '', mitigation: '', areaCodes: [], more: {} },
    })),
  }))

/**
 * Tells the original's agency, once, that a copy of its project came before the public; nothing where the project is
 * no copy, or the original is not in this installation.
 */
export async function tellOriginal(db: Db, projectId: string, copyCode: string, now: Date): Promise<void> {
  const lineage = await findLineage(db, projectId)
  if (!lineage) return
  await transact(forAgency(db, lineage.sourceAgencyId), async (tx) => {
    const original = await holdProject(tx, lineage.sourceCode)
    if (!original || original.id !== lineage.sourceProjectId) return
    const thing = { kind: 'project' as const, id: original.id }
    const shown = { event: 'project.copy-shown', thing, details: { projectId: original.id, copyCode } }
    if (!(await isRecorded(tx, shown))) await record(tx, 'system', shown, now)
  })
}
