import { type Database, forAgency } from '#db'
import { absent } from '#kit/disk.ts'
import type { Blobs } from './blobs.ts'
import { digest } from './hashing.ts'
import type { FindCopy, Storage } from './storages.ts'
import { listNamed } from './store.ts'

/** A content that a row names and that is not what it should be. */
export type Spoilt = { agencyId: string; sha256: string; why: 'missing' | 'changed'; isMended: boolean }

export type Fixity = { checked: number; bytes: number; spoilt: Spoilt[] }

/**
 * Reads stored contents and compares each with the SHA-256 that names it: all, or `sample` of them chosen by chance.
 * With `findCopy`, what is spoilt is put again from a copy that is whole. What lies in another storage is not counted.
 */
export async function checkFixity(
  database: Database,
  storage: Checked,
  { sample, findCopy }: { sample?: number; findCopy?: FindCopy } = {},
): Promise<Fixity> {
  const named = await listAll(database)
  const chosen = sample === undefined ? named : someOf(named, sample)
  const fixity: Fixity = { checked: 0, bytes: 0, spoilt: [] }
  for (const content of chosen) {
    const why = await flawOf(storage, content)
    if (why === 'elsewhere') continue
    fixity.checked++
    fixity.bytes += content.size
    if (why === null) continue
    const { agencyId, sha256 } = content
    const isMended = findCopy !== undefined && (await mend(storage.blobs, agencyId, sha256, findCopy))
    fixity.spoilt.push({ agencyId, sha256, why, isMended })
  }
  return fixity
}

async function listAll(database: Database): Promise<Content[]> {
  const agencies = await database.query.selectFrom('agency').select('id').orderBy('id').execute()
  const lists: Content[] = []
  for (const { id } of agencies)
    lists.push(...(await listNamed(forAgency(database, id))).map((blob) => ({ agencyId: id, ...blob })))
  return lists
}

type Checked = Pick<Storage, 'blobs' | 'isElsewhere'>
type Content = { agencyId: string; sha256: string; size: number }
type Reading = {
  /** Called after each part that was read. */
  rest?: () => Promise<void>
  /** Whether the content was found here before. */
  wasHere?: () => Promise<boolean>
}

/** What is wrong with a content in a storage; null where it is whole. */
export async function flawOf(
  { blobs, isElsewhere }: Checked,
  content: Content,
  { rest = async () => undefined, wasHere = async () => false }: Reading = {},
): Promise<Spoilt['why'] | 'elsewhere' | null> {
  const flaw = await readFlaw(blobs, content, rest)
  if (flaw !== 'missing' || !isElsewhere) return flaw
  if (await isElsewhere(content.agencyId, content.sha256, await wasHere())) return 'elsewhere'
  // It may have been moved here between the two looks.
  return readFlaw(blobs, content, rest)
}

async function readFlaw(
  blobs: Blobs,
  { agencyId, sha256, size }: Content,
  rest: () => Promise<void>,
): Promise<Spoilt['why'] | null> {
  const found = await blobs.sizeOf(agencyId, sha256)
  if (found === undefined) return 'missing'
  if (found !== size) return 'changed'
  const read = await digest(resting(blobs.open(agencyId, sha256), rest)).catch(absent)
  if (read === undefined) return 'missing'
  return read.sha256 === sha256 ? null : 'changed'
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
