import type { Actor } from '#kit/actor.ts'
import { shortened } from '#kit/text.ts'
import { type ProjectPlace, readsProject } from './policy.ts'
import type { Project } from './project.ts'

/** Silsilah: from which public project another was begun, and what the original was called before the public then. */
export type Lineage = {
  sourceAgencyId: string
  sourceProjectId: string
  sourceCode: string
  sourceTitle: string
  sourceAgencyName: string
}

/** The initiatives and activities of a plan as everybody may read them: no person, day, value or resource stands here. */
export type PublicPlan = {
  title: string
  activities: { title: string; output: string; indicator: string; indicatorUnit: string }[]
}[]

/** What a public page shows of a project that another may begin with; nothing beyond it crosses to another agency. */
export type PublicProject = Pick<
  Project,
  'title' | 'presentCondition' | 'problem' | 'wantedCondition' | 'isPublicService'
> & {
  areas: string[]
  plan: PublicPlan
}

/** Letters of a title (`descriptionForm`). */
const longestTitle = 200
const mark = ' (replikasi)'

/** A title that says that it replicates another, within what a title may be; one that says so already stays. */
export const markedTitle = (title: string): string =>
  title.endsWith(mark) ? title : `${shortened(title, longestTitle - mark.length - 1)}${mark}`

/**
 * How a project that replicates another is described at first. It is an innovation that was "disesuaikan" (Permenpan RB
 * 30/2014: one need not be an invention); of the areas those are taken over that its own programme has.
 */
export const describedAfter = (
  project: Project,
  { title, presentCondition, problem, wantedCondition, isPublicService, areas }: PublicProject,
  known: readonly { code: string; name: string }[],
): Project => ({
  ...project,
  title: markedTitle(title),
  presentCondition,
  problem,
  wantedCondition,
  isPublicService,
  innovationKind: 'adapted',
  areaCodes: known.filter(({ name }) => areas.includes(name)).map(({ code }) => code),
})

/** A project that replicates another, as it stands in its own agency. */
export type CopyRow = ProjectPlace & {
  code: string
  title: string
  unitName: string
  agencyName: string
  /** Whether it is before the public itself. */
  isPublic: boolean
}

/** Who replicates a project, as somebody may know it. */
export type Copy = Pick<CopyRow, 'unitName' | 'agencyName' | 'isPublic'> & {
  /** Its code and title; null where only its unit is told. */
  named: { code: string; title: string } | null
  isReadable: boolean
}

/**
 * What somebody is told of a copy (settled): everybody of one that is public; within its agency its unit at once, and
 * its title where they may read it. Of a draft in another agency nothing is told, not even that there is one.
 */
export function toldOfCopy(actor: Actor | null, row: CopyRow): Copy | undefined {
  const isOwn = actor?.agencyId === row.agencyId
  if (!row.isPublic && !isOwn) return undefined
  const isReadable = actor !== null && isOwn && readsProject(actor, row)
  const { code, title, unitName, agencyName, isPublic } = row
  return { unitName, agencyName, isPublic, isReadable, named: isPublic || isReadable ? { code, title } : null }
}
