import { type Day, dayIn, type Zone } from '#kit/date.ts'
import { accessRights, type DublinCoreStatement, dublinCoreOf } from '#recording'
import { jsonInHtml } from './share.ts'
import type { ShownRecording } from './shown-recording-store.ts'
import type { ShownProject } from './shown-store.ts'

type AroundShown = {
  identifiers: string[]
  projectAddress: string | null
  zone: Zone
  change?: { before: string; after: string } | null
}

/** A public recording as Dublin Core. Its identifiers are given: the address of its page first. */
export function describeShown(
  project: ShownProject,
  recording: ShownRecording,
  { identifiers, projectAddress, zone, change = null }: AroundShown,
): DublinCoreStatement[] {
  const issuedOn: Day = dayIn(zone, project.publishedAt)
  return dublinCoreOf(recording, {
    ...project,
    projectTitle: project.title,
    identifiers,
    projectAddress,
    issuedOn,
    availableFrom: recording.embargoUntil,
    accessWords: accessRights.public,
    change,
  })
}

/** Statements as JSON-LD: `dc:` for the fifteen elements, `dcterms:` for what narrows them. */
export function jsonLdOf(address: string, statements: DublinCoreStatement[]): Record<string, unknown> {
  const said: Record<string, string[]> = {}
  for (const { element, refines, value } of statements) {
    const name = refines ? `dcterms:${refines}` : `dc:${element}`
    said[name] = [...(said[name] ?? []), value]
  }
  return { '@id': address, ...said }
}

/** What a page says in its data block; no text in it can end the block. */
export const dataBlockOf = (graph: Record<string, unknown>[]): string =>
  jsonInHtml({
    '@context': { dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/' },
    '@graph': graph,
  })
