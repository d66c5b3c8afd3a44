import type { Tx } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { FilePart } from './finish.ts'

/** What a form does to the files of one part: uploads that come, and files that go. */
export type FileChange = { added: string[]; dropped: string[] }

/** Step: attaches uploads to a part of the project and takes away those of its files that are no longer wanted. */
export async function changeFiles(
  tx: Tx,
  actor: Actor,
  projectId: string,
  part: FilePart,
  { added, dropped }: FileChange,
  now: Date,
): Promise<void> {
  const to = { kind: 'project' as const, id: projectId, part }
  for (const id of added) await claimUpload(tx, actor, id, to, now)
  if (dropped.length === 0) return
  const there = await listFilesOf(tx, 'project', [projectId])
  for (const file of there) if (file.part === part && dropped.includes(file.id)) await removeFile(tx, file.id, to)
}
