import type { Happened } from '#preservation'
import { software } from './software.ts'

type Arrived = { id: string; part: string; size: number; sha256: string; mediaType: string }

/** What happens to the bytes of a recording that comes in: the judgement of its kind and its hash were made of them. */
export function arrivalOf({ id: recordingId, access }: { id: string; access: string }, file: Arrived): Happened[] {
  const own = { recordingId, file, software }
  const { size: bytes, sha256, mediaType } = file
  return [
    { recordingId, file, kind: 'ingestion', figures: { bytes } },
    { ...own, kind: 'message digest calculation', figures: { sha256 } },
    { ...own, kind: 'format identification', figures: { mediaType } },
    { recordingId, kind: 'policy assignment', figures: { access } },
  ]
}
