import { type Database, forAgency } from '#db'
import type { Blobs } from './blobs.ts'
import { digest } from './hashing.ts'
import { listNamed } from './store.ts'

/** A content that a row names and that is not what it should be. */
export type Spoilt = { agencyId: string; sha256: string; why: 'missing' | 'changed'; isMended: boolean }

export type Fixity = { checked: number; bytes: number; spoilt: Spoilt[] }

/** Where a whole copy of a blob may be found, tried in order (the daily backups, newest first). */
export type FindCopy = (agencyId: string, sha256: string) => AsyncIterable<AsyncIterable<Uint8Array>>

/**
 * Reads stored contents and compares each with the SHA-256 that names it: all, or `sample` of them chosen by chance.
 * With `findCopy`, what is spoilt is put again from a copy that is whole.
 */
export async function checkFixity(
  database: Database,
  blobs: Blobs,
  options: { sample?: number; findCopy?: FindCopy } = {},
): Promise<Fixity> {
  const named = await listAll(database)
  const chosen = options.sample === undefined ? named : someOf(named, options.sample)
  const fixity: Fixity = { checked: 0, bytes: 0, spoilt: [] }
  for (const { agencyId, sha256, size } of chosen) {
    const why = await flawOf(blobs, agencyId, sha256, size)
    fixity.checked++
    fixity.bytes += size
    if (why === null) continue
    const isMended = options.findCopy !== undefined && (await mend(blobs, agencyId, sha256, options.findCopy))
    fixity.spoilt.push({ agencyId, sha256, why, isMended })
  }
  return fixity
}

async function listAll(database: Database): Promise<{ agencyId: string; sha256: string; size: number }[]> {
  const agencies = await database.query.selectFrom('agency').select('id').orderBy('id').execute()
  const lists: { agencyId: string; sha256: string; size: number }[] = []
  for (const { id } of agencies)
    lists.push(...(await listNamed(forAgency(database, id))).map((blob) => ({ agencyId: id, ...blob })))
  return lists
}

/** What is wrong with a content; null where it is whole. `rest` is called after each part that was read. */
export async function flawOf(
  blobs: Blobs,
  agencyId: string,
  sha256: string,
  size: number,
  rest: () => Promise<void> = async () => undefined,
): Promise<Spoilt['why'] | null> {
  const found = await blobs.sizeOf(agencyId, sha256)
  if (found === undefined) return 'missing'
  if (found !== size) return 'changed'
  return (await digest(resting(blobs.open(agencyId, sha256), rest))).sha256 === sha256 ? null : 'changed'
}

async function* resting(source: AsyncIterable<Uint8Array>, rest: () => Promise<void>) {
  for await (const part of source) {
    yield part
    await rest()
  }
}

/** Puts a spoilt content again from the first copy that is whole; false where there is none. */
export async function mend(blobs: Blobs, agencyId: string, sha256: string, findCopy: FindCopy): Promise<boolean> {
  for await (const copy of findCopy(agencyId, sha256)) {
    // A copy that is spoilt too is put under its own hash, which nothing names, and swept away later.
    if ((await blobs.put(agencyId, copy)).sha256 === sha256) return true
  }
  return false
}

/** `count` of them, each as likely as any other (the first steps of Fisher and Yates's shuffle). */
function someOf<One>(all: readonly One[], count: number): One[] {
  const left = [...all]
  const chosen: One[] = []
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(Math.floor(Math.random() * left.length), 1))
  }
  return chosen
}
