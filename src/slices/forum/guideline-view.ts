import type { Context } from 'hono'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Web } from '#web/request.ts'
import { findForum } from './forum-store.ts'
import { idOf, programmeOf } from './forum-view.ts'
import type { GuidelineVersion } from './guideline.ts'
import { findGuideline, listParts, listSections, listVersions } from './guideline-store.ts'
import { guidelinePolicy } from './policy.ts'

/** The guideline of this request's address with the versions that its reader may read; 404 where there are none. */
export async function guidelineOf(c: Context<Web>) {
  const { db, actor } = c.var
  const guideline = await findGuideline(db, idOf(c))
  const forum = guideline && (await findForum(db, guideline.forumId))
  if (!guideline || !forum) throw notFound()
  const place = ({ state }: GuidelineVersion) => ({ ...forum, isPublished: state === 'published' })
  const versions = (await listVersions(db, guideline.id)).filter((version) =>
    can(guidelinePolicy, actor, 'read', place(version)),
  )
  const [latest] = versions
  if (!latest) throw notFound()
  return {
    guideline,
    versions,
    latest,
    programme: await programmeOf(c, forum),
    may: (act: keyof typeof guidelinePolicy) => can(guidelinePolicy, actor, act, place(latest)),
  }
}

export type GuidelineView = Awaited<ReturnType<typeof guidelineOf>>

/** The version of this number; 404 where its reader knows none. */
export function versionIn({ versions }: GuidelineView, number: string | undefined): GuidelineVersion {
  const version = versions.find((one) => String(one.version) === number)
  if (!version) throw notFound()
  return version
}

/** What a version says, and who wrote and approved it. */
export async function contentsOf(c: Context<Web>, version: GuidelineVersion) {
  return {
    version,
    sections: await listSections(c.var.db, [version.id]),
    ...(await listParts(c.var.db, version.id)),
  }
}

export type Contents = Awaited<ReturnType<typeof contentsOf>>
