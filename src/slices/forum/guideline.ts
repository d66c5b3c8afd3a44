import { conflict } from '#kit/refusal.ts'
import { compareWords, countChanges, type Run } from '#kit/word-diff.ts'

/** Pedoman teknis: a document that a forum writes, approves and publishes in versions. */
export type Guideline = { agencyId: string; id: string; forumId: string }

export type GuidelineState = 'draft' | 'discussed' | 'approved' | 'published'

/** One version of a guideline; a published one is frozen. */
export type GuidelineVersion = {
  agencyId: string
  id: string
  guidelineId: string
  version: number
  title: string
  state: GuidelineState
  /** Why it last went back to draft. */
  remark: string
  since: Date
  number: string | null
  publishedOn: string | null
  revision: number
}

/** A part of a version under its own heading; the line is the same in every version. */
export type GuidelineSection = {
  id: string
  versionId: string
  lineId: string
  position: number
  heading: string
  text: string
  revision: number
}

export type GuidelineAct = 'write' | 'discuss' | 'approve' | 'sendBack' | 'publish'

/** The whole life of a version: from which states an act may be done, and to which it leads. */
export const guidelineLife: Record<GuidelineAct, { from: GuidelineState[]; to: GuidelineState }> = {
  write: { from: ['draft'], to: 'draft' },
  /** It is laid before the forum, and nobody writes in it meanwhile. */
  discuss: { from: ['draft'], to: 'discussed' },
  approve: { from: ['discussed'], to: 'approved' },
  sendBack: { from: ['discussed', 'approved'], to: 'draft' },
  publish: { from: ['approved'], to: 'published' },
}

const refusals: Record<GuidelineState, string> = {
  draft: 'Versi ini masih draf.',
  discussed: 'Versi ini sedang dibahas forum. Kembalikan menjadi draf bila perlu diubah.',
  approved: 'Versi ini sudah disetujui. Kembalikan menjadi draf bila perlu diubah.',
  published: 'Versi yang sudah terbit tidak dapat diubah. Buka versi baru.',
}

export const guidelineAllows = (state: GuidelineState, act: GuidelineAct): boolean =>
  guidelineLife[act].from.includes(state)

/** The state after an act; throws a conflict where the act may not be done. */
export function stateAfter(state: GuidelineState, act: GuidelineAct): GuidelineState {
  if (!guidelineAllows(state, act)) throw conflict(refusals[state])
  return guidelineLife[act].to
}

/** Who wrote or approved: an account, as a person where it is one. */
export type Part = { accountId: string; personId: string | null }

const isSame = (a: Part, b: Part) => a.accountId === b.accountId || (a.personId !== null && a.personId === b.personId)

/** Whether these approvals are enough: whoever wrote the version can't be the only one who approves it. */
export function isApprovedBy(writers: readonly Part[], approvers: readonly Part[]): boolean {
  const others = approvers.filter((approver) => !writers.some((writer) => isSame(writer, approver)))
  const different = approvers.filter((one, at) => approvers.findIndex((other) => isSame(one, other)) === at)
  return others.length > 0 || different.length > 1
}

/** Where a section that moves changes place with its neighbour; the list itself at an end. */
export function moved<Line extends { id: string }>(lines: readonly Line[], id: string, by: -1 | 1): Line[] {
  const from = lines.findIndex((line) => line.id === id)
  const [one, other] = [lines[from], lines[from + by]]
  if (!one || !other) return [...lines]
  return lines.map((line) => (line === one ? other : line === other ? one : line))
}

/** A section in two versions; `before` or `after` may lack it. */
export type ComparedSection = { lineId: string; fate: 'kept' | 'added' | 'removed'; heading: Run[]; text: Run[] }

export type Comparison = { title: Run[]; sections: ComparedSection[]; isReordered: boolean; changes: number }

type Contents = { title: string; sections: Pick<GuidelineSection, 'lineId' | 'heading' | 'text'>[] }

/** Two versions word by word, in the order of the later one; what it lacks stands behind. */
export function compareVersions(before: Contents, later: Contents): Comparison {
  const former = new Map(before.sections.map((section) => [section.lineId, section]))
  const latter = new Set(later.sections.map(({ lineId }) => lineId))
  const shown = later.sections.map(({ lineId, heading, text }): ComparedSection => {
    const old = former.get(lineId)
    const runs = { heading: compareWords(old?.heading ?? '', heading), text: compareWords(old?.text ?? '', text) }
    return { lineId, fate: old ? 'kept' : 'added', ...runs }
  })
  const gone = before.sections
    .filter(({ lineId }) => !latter.has(lineId))
    .map(({ lineId, heading, text }): ComparedSection => {
      return { lineId, fate: 'removed', heading: compareWords(heading, ''), text: compareWords(text, '') }
    })
  const title = compareWords(before.title, later.title)
  const sections = [...shown, ...gone]
  const inBoth = (lines: Contents['sections'], other: (lineId: string) => boolean) =>
    lines.flatMap(({ lineId }) => (other(lineId) ? [lineId] : [])).join()
  const isReordered = inBoth(before.sections, (id) => latter.has(id)) !== inBoth(later.sections, (id) => former.has(id))
  const changesOf = ({ fate, heading, text }: ComparedSection) =>
    fate === 'kept' ? countChanges(heading) + countChanges(text) : 1
  const changes = countChanges(title) + sections.reduce((sum, section) => sum + changesOf(section), 0)
  return { title, sections, isReordered, changes: changes + (isReordered ? 1 : 0) }
}
