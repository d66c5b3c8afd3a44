/** PREMIS 3 event types that we use, by their names at id.loc.gov/vocabulary/preservation/eventType. */
export const preservationKinds = [
  'ingestion',
  'message digest calculation',
  'format identification',
  'virus check',
  'metadata extraction',
  'creation',
  'transcoding',
  'normalization',
  'metadata modification',
  'accession',
  'deaccession',
  'policy assignment',
  'replication',
  'migration',
  'fixity check',
  'validation',
  'dissemination',
  'redaction',
  'deletion',
] as const

export type PreservationKind = (typeof preservationKinds)[number]
export type PreservationOutcome = 'success' | 'failure' | 'warning'

/** Peristiwa pelestarian: what happened to a recording or one of its files, for whoever must trust the bytes later. */
export type PreservationEvent = {
  agencyId: string
  id: string
  recordingId: string
  fileId: string | null
  part: string | null
  kind: PreservationKind
  at: Date
  outcome: PreservationOutcome
  /** What exactly, as a code. */
  detail: string
  figures: Record<string, string | number | boolean | null>
  personId: string | null
  /** The program and its version, where it was no person. */
  software: string | null
}

/** What a step says of an event; what it leaves out is so by itself. */
export type Happened = Pick<PreservationEvent, 'recordingId' | 'kind'> &
  Partial<Pick<PreservationEvent, 'outcome' | 'detail' | 'figures' | 'software'>> & {
    file?: { id: string; part: string } | undefined
  }
