import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { isConflict } from '#kit/refusal.ts'
import { type Added, addRecording } from './commands.ts'
import type { Deposit } from './deposit.ts'

/** What became of one deposit: its code, or the sentence with which it was refused. */
export type Deposited = { deposit: Deposit; code: string } | { deposit: Deposit; refused: string }

/**
 * Adds what was brought together, each recording by itself: one that is refused takes none of the others with it. What
 * is said of all (who may see them, consent with its forms, description) is said of each.
 */
export async function depositRecordings(
  db: Db,
  actor: Actor,
  projectCode: string,
  { deposits, ...common }: { deposits: Deposit[] } & Omit<Added, 'id' | 'title' | 'uploadId' | 'moreIds'>,
  now: Date,
): Promise<Deposited[]> {
  const deposited: Deposited[] = []
  for (const deposit of deposits) {
    const { id, title, uploadIds } = deposit
    const [uploadId = '', ...moreIds] = uploadIds
    try {
      const code = await addRecording(db, actor, projectCode, { ...common, id, title, uploadId, moreIds }, now)
      deposited.push({ deposit, code })
    } catch (error) {
      if (!isConflict(error)) throw error
      deposited.push({ deposit, refused: error.sentence })
    }
  }
  return deposited
}
