import { Readable } from 'node:stream'
import { isCode } from '#kit/disk.ts'
import { type Blobs, keyOf, type Range } from './blobs.ts'

/**
 * Several stores as one, so that everything is found wherever it lies: while it is moved from one to the other, and in
 * a second copy where the first was lost. What is new goes to the first of `kept`; of `copies`, which somebody else
 * fills, is only read, and what lies nowhere else still counts as missing.
 */
export function joinBlobs(kept: readonly [Blobs, ...Blobs[]], copies: readonly Blobs[] = []): Blobs {
  const [first, ...others] = kept
  if (others.length + copies.length === 0) return first
  // What was not in the first yet, and no longer in another, was moved between the two looks.
  const places = [...kept, ...(others.length > 0 ? [first] : []), ...copies]

  return {
    put: first.put,
    putFile: first.putFile,
    ...(first.addressOf && { addressOf: first.addressOf }),

    async sizeOf(agencyId, sha256) {
      for (const store of [...kept, first]) {
        const size = await store.sizeOf(agencyId, sha256)
        if (size !== undefined) return size
      }
      return undefined
    },

    open(agencyId, sha256, range) {
      keyOf(agencyId, sha256)
      return Readable.from(readFrom(places, agencyId, sha256, range), { objectMode: false })
    },

    async withLocalCopy(agencyId, sha256, work) {
      let isBegun = false
      const begin = (path: string) => {
        isBegun = true
        return work(path)
      }
      for (const store of places.slice(0, -1)) {
        try {
          return await store.withLocalCopy(agencyId, sha256, begin)
        } catch (error) {
          if (isBegun || !isCode(error, 'ENOENT')) throw error
        }
      }
      return (places.at(-1) ?? first).withLocalCopy(agencyId, sha256, work)
    },

    async copySizeOf(agencyId, sha256) {
      for (const store of places)
        if ((await store.sizeOf(agencyId, sha256)) !== undefined) return store.copySizeOf(agencyId, sha256)
      return 0
    },

    async remove(agencyId, sha256) {
      for (const store of kept) await store.remove(agencyId, sha256)
    },

    async *list(agencyId) {
      const found = new Map<string, { sha256: string; size: number; putAt: Date }>()
      for (const store of kept)
        for await (const blob of store.list(agencyId)) {
          const known = found.get(blob.sha256)
          // Put into one of them just now, it is new, however long another has had it.
          if (!known || known.putAt < blob.putAt) found.set(blob.sha256, blob)
        }
      yield* found.values()
    },

    async tidy(before) {
      for (const store of kept) await store.tidy(before)
    },

    async agencies() {
      const lists = await Promise.all(kept.map((store) => store.agencies()))
      return [...new Set(lists.flat())]
    },
  }
}

/** Reads from the first place that has it, and from where it stood in the next when it is taken away meanwhile. */
async function* readFrom(places: readonly Blobs[], agencyId: string, sha256: string, range?: Range) {
  let first = range?.first ?? 0
  const last = range?.last ?? Infinity
  for (const [at, store] of places.entries()) {
    try {
      const isWhole = first === 0 && last === Infinity
      for await (const bytes of store.open(agencyId, sha256, isWhole ? undefined : { first, last })) {
        first += bytes.length
        yield bytes
      }
      return
    } catch (error) {
      if (at === places.length - 1 || !isCode(error, 'ENOENT')) throw error
    }
  }
}
