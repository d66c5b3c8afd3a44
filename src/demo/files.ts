import type { Db } from '#db'
import { bytesOf, type Files, receiveFile } from '#files'
import type { Actor } from '#kit/actor.ts'

/** What the demonstration brings is small: a machine with little room left is filled in all the same. */
const plenty = async () => ({ free: Number.POSITIVE_INFINITY, total: 0 })

/**
 * Brings a file in as somebody's upload would come, looked into and kept. Returns the upload's id, which a command
 * then claims. A file that is refused is a slip of the demonstration.
 */
export async function demoFile(
  files: Files,
  db: Db,
  actor: Actor,
  name: string,
  bytes: Uint8Array,
  now: Date,
): Promise<string> {
  const sent = { actor, name, size: bytes.length, source: bytesOf(bytes) }
  const arrival = await receiveFile(db, { ...files, space: plenty }, sent, now)
  if ('refused' in arrival) throw new Error(`The demonstration's file "${name}" was refused: ${arrival.refused}`)
  return arrival.upload.id
}
