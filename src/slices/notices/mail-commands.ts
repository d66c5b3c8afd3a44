import { type Db, type Tx, transact } from '#db'
import type { Entry } from '#journal'
import { countInWords } from '#kit/text.ts'
import { type Letter, postLetter } from '#mail'
import { listEntriesById, listEntriesOfNotice } from './gathered-store.ts'
import { alsoIn } from './letter-view.ts'
import { findMailHours, listAwaiting, type Taken, takeAwaiting } from './mail-store.ts'
import { mailsDue } from './mailing.ts'
import { findContact } from './store.ts'

/** Posts the agency's letters that waited for working hours, each once. */
export async function sendAwaiting(db: Db, now: Date): Promise<void> {
  for (const { ids, isDigest } of mailsDue(now, await findMailHours(db), await listAwaiting(db)))
    await transact(db, async (tx) => {
      const taken = await takeAwaiting(tx, ids, now, isDigest)
      const [first] = taken
      const contact = first && (await findContact(tx, first.to))
      if (!contact?.email) return
      await postLetter(tx, { to: contact.email, greeting: `Yth. ${contact.name}`, ...(await said(tx, taken)) })
    })
}

/** The entries of which a notice speaks. */
async function spokenOf(tx: Tx, { id, entryId }: Taken): Promise<Entry[]> {
  const gathered = await listEntriesOfNotice(tx, id)
  return gathered.length > 0 ? gathered : listEntriesById(tx, [entryId])
}

/** One notice speaks for itself, with all that its letter would have held at once; of several the letter lists all. */
async function said(
  tx: Tx,
  taken: Taken[],
): Promise<Pick<Letter, 'subject' | 'paragraphs' | 'button' | 'also' | 'calendars'>> {
  const [first] = taken
  if (first && taken.length === 1) {
    const { subject, sentence, button, path } = first
    return {
      subject,
      paragraphs: [sentence],
      button: { text: button, path },
      ...(await alsoIn(tx, await spokenOf(tx, first))),
    }
  }
  return {
    subject: `Rangkuman hari ini: ${countInWords(taken.length)} pengingat`,
    paragraphs: taken.map(({ subject, sentence }) => `${subject}: ${sentence}`),
    button: { text: 'Buka pemberitahuan', path: '/pemberitahuan' },
  }
}
