import * as z from 'zod'

/** What a bag of ours says it is made by, in bag-info.txt; docs/operations.md describes the profile. */
export const profile = 'urn:rintis:bag:1'
/** The version of the JSON files; a bag of a later one is refused in words. */
export const bagVersion = 1

const row = z.record(z.string(), z.unknown())
const rows = z.record(z.string().regex(/^[a-z_]+$/), z.array(row))

/** `data/programme.json`: what lies around recordings, so that they are found again where they belong. */
export const programmeFile = z.object({ format: z.literal('rintis-programme'), version: z.number(), tables: rows })

/** `metadata.json` of an object: every row that is a part of it, and where in the bag its files lie. */
export const objectFile = z.object({
  format: z.literal('rintis-object'),
  version: z.number(),
  ark: z.string(),
  code: z.string(),
  tables: rows,
  /** File id → path below the object's folder. */
  paths: z.record(z.string(), z.string()),
})
export type ObjectFile = z.infer<typeof objectFile>
