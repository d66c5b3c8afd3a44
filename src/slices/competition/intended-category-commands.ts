import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, forbidden, notFound } from '#kit/refusal.ts'
import { holdProject, insteadOfAgent } from '#project'
import { shelfOf } from './edition-store.ts'
import { demandCategory } from './intended-category.ts'
import { listIntended, saveIntended } from './intended-category-store.ts'
import { isMaker, mayAim } from './policy.ts'

type Said = { edition: string; category: string | null; reason: string; revision: number }

/** Says at which category of an edition a project aims, or takes that back. */
export const nameCategory = (db: Db, actor: Actor, code: string, said: Said, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, code)
    if (!project) throw notFound()
    if (!mayAim(actor, project)) throw forbidden()
    const kept = (await shelfOf(tx)).newest(said.edition)
    if (!kept) throw notFound()
    const stored = (await listIntended(tx, [project.id])).find(({ edition }) => edition === said.edition)
    compareRevision(stored?.revision ?? 0, said.revision)
    demandCategory(kept.edition, said.category, project.state)
    await saveIntended(tx, { ...said, projectId: project.id, chosenAt: now }, actor.accountId)
    const isOwn = isMaker(actor, project)
    const onBehalfOf = isOwn ? null : await insteadOfAgent(tx, actor, project, today)
    const { edition, category } = said
    const thing = { kind: 'project' as const, id: project.id }
    const details = { projectId: project.id, edition, category }
    await record(tx, actor, { event: 'project.category-named', thing, details, onBehalfOf }, now)
  })
