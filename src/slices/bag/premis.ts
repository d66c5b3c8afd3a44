import type { Row } from './carried.ts'

/** The life of an object in the units of PREMIS 3, as JSON: what it is, what happened to it, and who did it. */
export function premisOf(
  ark: string,
  files: readonly Row[],
  events: readonly Row[],
  paths: ReadonlyMap<string, string>,
) {
  const identified = (type: string, value: unknown) => ({ type, value })
  return {
    premis: '3.0',
    object: {
      objectIdentifier: identified('ARK', ark),
      files: files.map((file) => ({
        objectIdentifier: identified('UUID', file.id),
        originalName: file.name,
        contentLocation: paths.get(String(file.id)) ?? null,
        fixity: { messageDigestAlgorithm: 'SHA-256', messageDigest: file.sha256 },
        size: file.size,
        format: file.media_type,
      })),
    },
    events: events.map((event) => ({
      eventIdentifier: identified('UUID', event.id),
      eventType: event.kind,
      eventDateTime: event.at,
      eventOutcome: event.outcome,
      eventDetail: { code: event.detail, ...Object(event.figures) },
      linkingObject: identified(event.file_id === null ? 'ARK' : 'UUID', event.file_id ?? ark),
      linkingAgent: event.software ? identified('software', event.software) : identified('person', event.person_id),
    })),
  }
}
