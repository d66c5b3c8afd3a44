import type { Blobs } from './blobs.ts'

/** Where whole copies of a blob may be found, tried in order. */
export type FindCopy = (agencyId: string, sha256: string) => AsyncIterable<AsyncIterable<Uint8Array>>

/** A place where contents lie, under the name by which its checks are kept apart. */
export type Storage = {
  name: string
  blobs: Blobs
  /** Whole copies of a content elsewhere, by which it is mended. */
  findCopy: FindCopy
  /**
   * Whether a content that is not here is not missing here either: contents are moved between two storages, and each
   * has some of them. `wasHere` says that it was found here before. Nothing may lie elsewhere where there is none.
   */
  isElsewhere?: (agencyId: string, sha256: string, wasHere: boolean) => Promise<boolean>
}

type Named = { name: string; blobs: Blobs }

/**
 * All storages of an installation: those that are `kept`, of which the first takes what is new, and second `copies`
 * that hold everything. Each is mended from the others, and last from the backups.
 */
export function storagesOf(kept: readonly [Named, ...Named[]], copies: readonly Named[], backups: FindCopy): Storage[] {
  const [first, ...others] = kept
  const all = [...kept, ...copies]

  const copiesFor = (own: Named): FindCopy =>
    async function* find(agencyId, sha256) {
      for (const { blobs } of all.filter((one) => one !== own))
        if ((await blobs.sizeOf(agencyId, sha256)) !== undefined) yield blobs.open(agencyId, sha256)
      yield* backups(agencyId, sha256)
    }

  // Only the others are emptied by a move: what the first had once it has lost, and what nobody has is missing there.
  const isNotYetHere: Storage['isElsewhere'] = async (agencyId, sha256, wasHere) => {
    if (wasHere) return false
    for (const { blobs } of others) if ((await blobs.sizeOf(agencyId, sha256)) !== undefined) return true
    return false
  }

  return all.map((own) => ({
    ...own,
    findCopy: copiesFor(own),
    ...(own === first && others.length > 0 && { isElsewhere: isNotYetHere }),
    ...(others.includes(own) && { isElsewhere: async () => true }),
  }))
}
