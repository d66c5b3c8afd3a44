import { type Db, transact } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { holdDraft, settleChange } from './held.ts'
import { confirmationsFor, type EntryLetter, letterPart, lettersOf } from './letter.ts'
import { listLetters, saveLetter } from './letter-store.ts'

type Said = Omit<EntryLetter, 'key'> & { files: string[] }

/** Attaches the scan of a signed letter and says what somebody found on it. A new scan takes the place of the old one. */
export const confirmLetter = (db: Db, actor: Actor, code: string, key: string, said: Said, moment: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await holdDraft(tx, actor, code)
    const check = lettersOf(edition).find((one) => one.key === key)
    if (!check) throw notFound()
    const stored = (await listLetters(tx, entry.id)).find((letter) => letter.key === key)
    const { files, revision, number, datedOn, statedOn } = said
    compareRevision(stored?.revision ?? 0, revision)
    if (datedOn !== null && datedOn > moment.today) throw conflict('Tanggal surat tidak boleh sesudah hari ini.')
    const part = letterPart(key)
    const [scan] = files
    if (scan) {
      const earlier = (await listFilesOf(tx, 'entry', [entry.id])).filter(
        (file) => file.part === part && file.id !== scan,
      )
      for (const { id } of earlier) await removeFile(tx, id, { kind: 'entry', id: entry.id })
      await claimUpload(tx, actor, scan, { kind: 'entry', id: entry.id, part }, moment.now)
    }
    const confirmed = confirmationsFor(check).filter((one) => said.confirmed.includes(one))
    const by = { accountId: actor.accountId, confirmedAt: moment.now }
    await saveLetter(tx, entry.id, { key, number, datedOn, statedOn, confirmed, revision }, by)
    await settleChange(tx, actor, entry, moment)
  })
