import { isCode } from '#kit/disk.ts'
import type { Blob, Blobs } from './blobs.ts'
import { digest, OtherBytes } from './hashing.ts'

type Content = Blob & { agencyId: string }

/** How far a move has come. */
export type Moved = {
  /** Contents that were in the source when it began, and their bytes. */
  total: number
  totalBytes: number
  /** Of these, how many have been seen to, and their bytes. */
  done: number
  bytes: number
  /** Put by this move; the others were there. */
  put: number
  /** Taken away from the source. */
  removed: number
  /** Not what their name says, in the source or, written twice, in the target: they stay where they are. */
  spoilt: { agencyId: string; sha256: string }[]
}

export type Move = {
  from: Blobs
  to: Blobs
  /** Whether a content goes from the source once it is in the target and was read there whole. */
  isDeleted: boolean
  stopped: AbortSignal
  /** Called for each content that is in the target, and heard before the source gives it up. */
  placed: (agencyId: string, sha256: string) => Promise<void>
  /** Called after each content. */
  progress: (moved: Moved) => void
}

/** As many at once keep a distant storage busy while each waits for its answers. */
const atOnce = 4

/**
 * Puts all that one store has into another, and reads each there. Nothing of the state is kept: what is in the target
 * is there whole, so that a move that was killed goes on by looking. What is swept away meanwhile is no matter.
 */
export async function moveBlobs(move: Move): Promise<Moved> {
  const contents = await listAll(move.from)
  const moved: Moved = {
    ...{ total: contents.length, totalBytes: contents.reduce((sum, { size }) => sum + size, 0) },
    ...{ done: 0, bytes: 0, put: 0, removed: 0, spoilt: [] },
  }
  let at = 0
  // Where one fails, the others end what they are at and begin nothing more.
  const failed = new AbortController()
  const stopped = AbortSignal.any([move.stopped, failed.signal])
  const goOn = async () => {
    while (at < contents.length && !stopped.aborted) {
      const content = contents[at++] as Content
      await moveOne(content, move, moved)
      moved.done += 1
      moved.bytes += content.size
      move.progress(moved)
    }
  }
  await Promise.allSettled(Array.from({ length: atOnce }, () => goOn().catch((error) => failed.abort(error))))
  if (failed.signal.aborted) throw failed.signal.reason
  return moved
}

async function listAll(from: Blobs): Promise<Content[]> {
  const contents: Content[] = []
  for (const agencyId of (await from.agencies()).sort())
    for await (const { sha256, size } of from.list(agencyId)) contents.push({ agencyId, sha256, size })
  return contents
}

async function moveOne(content: Content, move: Move, moved: Moved): Promise<void> {
  const { agencyId, sha256 } = content
  const outcome = await place(content, move)
  if (outcome === 'gone') return
  if (outcome === 'spoilt') {
    moved.spoilt.push({ agencyId, sha256 })
    return
  }
  if (outcome === 'put') moved.put += 1
  await move.placed(agencyId, sha256)
  if (!move.isDeleted) return
  await move.from.remove(agencyId, sha256)
  moved.removed += 1
}

/** What is there is read again only before the source is given up: it was read when it was put. */
async function place(content: Content, { from, to, isDeleted }: Move): Promise<'there' | 'put' | 'gone' | 'spoilt'> {
  const { agencyId, sha256, size } = content
  if ((await to.sizeOf(agencyId, sha256)) === size && (!isDeleted || (await isWhole(to, content)))) return 'there'
  try {
    const put = await from.withLocalCopy(agencyId, sha256, (path) => to.putFile(agencyId, path))
    // What the disk has spoilt was put under its own hash, which nothing names, and is swept away later.
    if (put.sha256 !== sha256) return 'spoilt'
  } catch (error) {
    if (error instanceof OtherBytes) return 'spoilt'
    if (isCode(error, 'ENOENT')) return 'gone'
    throw error
  }
  return (await isWhole(to, content)) ? 'put' : 'spoilt'
}

const isWhole = async (store: Blobs, { agencyId, sha256 }: Content): Promise<boolean> =>
  (await digest(store.open(agencyId, sha256))).sha256 === sha256
