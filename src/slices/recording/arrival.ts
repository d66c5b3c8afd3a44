import type { Happened } from '#preservation'
import { software } from './software.ts'

type Arrived = { id: string; part: string; size: number; sha256: string; mediaType: string } & {
  checked: 'clean' | 'let_in' | null
}

/**
 * What happens to the bytes of a recording that comes in: the judgement of its kind, its hash and, where there is a
 * scanner, the look for viruses were made of them.
 */
export function arrivalOf({ id: recordingId, access }: { id: string; access: string }, file: Arrived): Happened[] {
  const own = { recordingId, file, software }
  const { size: bytes, sha256, mediaType, checked } = file
  const scan = { recordingId, file, kind: 'virus check', software: 'clamd' } as const
  return [
    { recordingId, file, kind: 'ingestion', figures: { bytes } },
    { ...own, kind: 'message digest calculation', figures: { sha256 } },
    { ...own, kind: 'format identification', figures: { mediaType } },
    ...(checked === 'clean' ? [scan] : []),
    ...(checked === 'let_in' ? [{ ...scan, outcome: 'warning', detail: 'unchecked' } as const] : []),
    { recordingId, kind: 'policy assignment', figures: { access } },
  ]
}
