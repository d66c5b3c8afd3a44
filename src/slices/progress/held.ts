import type { Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { holdProject } from '#project'
import { type Author, type ProgressAct, progressPolicy } from './policy.ts'

/**
 * Holds a project until the transaction ends, so that its reports come one after another, and finds what was brought to
 * it. 404 where the project has no such thing.
 */
export async function holdThing<Thing extends Author>(
  tx: Tx,
  actor: Actor,
  code: string,
  act: ProgressAct,
  find: (tx: Tx, projectId: string) => Promise<Thing | undefined>,
) {
  const project = await holdProject(tx, code)
  const thing = project && (await find(tx, project.id))
  if (!project || !thing) throw notFound()
  authorize(progressPolicy, actor, act, { ...project, author: thing })
  return { project, thing }
}
