import type { RecordingKind } from './recording.ts'

/** What somebody brought in one go: an upload, what it is called, and what it is. */
export type Brought = { id: string; name: string; kind: RecordingKind }

/** What becomes one recording: its id, its originals in their order, and its title. */
export type Deposit = { id: string; uploadIds: string[]; names: string[]; title: string }

const longestTitle = 200

/** A file's name as a title: without its extension and what stands for spaces in names. */
export function titleFrom(name: string): string {
  const words = name
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return (words || name).slice(0, longestTitle)
}

/**
 * What becomes of files that were brought together. Settled: pictures are one recording, as they were taken on one
 * occasion; every film, sound and document is one of its own. The title that was typed is the one recording's; of
 * several each film is called by it and by its file. The first takes the form's id, the others that of their upload, so
 * that a form sent twice adds nothing twice.
 */
export function depositsOf(formId: string, typed: string, brought: readonly Brought[]): Deposit[] {
  const groups: Brought[][] = []
  for (const one of brought) {
    const set = one.kind === 'picture' ? groups.find(([first]) => first?.kind === 'picture') : undefined
    if (set) set.push(one)
    else groups.push([one])
  }
  return groups.map((group, at) => {
    const [first] = group
    const own = titleFrom(first?.name ?? '')
    const isNamed = groups.length === 1 || first?.kind === 'picture'
    const title = typed === '' ? own : isNamed ? typed : `${typed}: ${own}`.slice(0, longestTitle)
    const id = at === 0 ? formId : (first?.id ?? formId)
    return { id, uploadIds: group.map((one) => one.id), names: group.map(({ name }) => name), title }
  })
}
