import { createHash } from 'node:crypto'
import * as z from 'zod'

/** What a backup says of itself, in `manifest.json`. */
export const manifestSchema = z.object({
  format: z.literal('rintis-backup'),
  formatVersion: z.literal(1),
  /** The version of Rintis that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Stored contents, and those that a row names and that were missing or changed when the backup was made. */
  files: z.object({
    count: z.number(),
    bytes: z.number(),
    spoilt: z.array(z.object({ agencyId: z.string(), sha256: z.string() })),
  }),
  /** Tells whether a key is the one under which sealed fields were written, and nothing of the key. */
  fingerprints: z.object({ fieldKey: z.string(), indexKey: z.string() }),
})

export type Manifest = z.output<typeof manifestSchema>

/** Keys without which the sealed fields of a backup cannot be read. */
export type Keys = {
  /** Signs sessions and tokens. */
  secret: string
  /** 32 bytes each. */
  fieldKey: Buffer
  indexKey: Buffer
}

/** Keys are random, so that their hash gives nothing away. */
export const fingerprintsOf = (keys: Keys): Manifest['fingerprints'] => ({
  fieldKey: fingerprint(keys.fieldKey),
  indexKey: fingerprint(keys.indexKey),
})

const fingerprint = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

export const fits = (keys: Keys, manifest: Manifest): boolean => {
  const own = fingerprintsOf(keys)
  return own.fieldKey === manifest.fingerprints.fieldKey && own.indexKey === manifest.fingerprints.indexKey
}

/** The names within the folder of a backup. */
export const names = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  keys: 'keys.json',
  table: (table: string) => `database/${table}.copy.gz`,
  file: (agencyId: string, sha256: string) => `files/${agencyId}/${sha256}`,
}
