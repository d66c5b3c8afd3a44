import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { findForum } from './forum-store.ts'
import type { Guideline, GuidelineVersion } from './guideline.ts'
import { holdGuideline, listVersions } from './guideline-store.ts'
import { guidelinePolicy } from './policy.ts'

export type HeldGuideline = { guideline: Guideline; latest: GuidelineVersion }

/** One act upon the latest version of a guideline, by whoever may do it. */
export const actOn = <Result>(
  db: Db,
  actor: Actor,
  id: string,
  act: keyof typeof guidelinePolicy,
  work: (tx: Tx, held: HeldGuideline) => Promise<Result>,
): Promise<Result> =>
  transact(db, async (tx) => {
    const guideline = await holdGuideline(tx, id)
    const forum = guideline && (await findForum(tx, guideline.forumId))
    const [latest] = guideline ? await listVersions(tx, id) : []
    if (!guideline || !forum || !latest) throw notFound()
    authorize(guidelinePolicy, actor, act, { ...forum, isPublished: latest.state === 'published' })
    return work(tx, { guideline, latest })
  })
