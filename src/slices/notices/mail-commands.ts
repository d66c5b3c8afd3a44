import { type Db, type Tx, transact } from '#db'
import { findEntry } from '#journal'
import { countInWords } from '#kit/text.ts'
import { type Letter, postLetter } from '#mail'
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

/** One notice speaks for itself, with all that its letter would have held at once; of several the letter lists all. */
async function said(
  tx: Tx,
  taken: Taken[],
): Promise<Pick<Letter, 'subject' | 'paragraphs' | 'button' | 'also' | 'calendar'>> {
  const [first] = taken
  if (first && taken.length === 1) {
    const { subject, sentence, button, path } = first
    const entry = await findEntry(tx, first.entryId)
    return { subject, paragraphs: [sentence], button: { text: button, path }, ...(entry && (await alsoIn(tx, entry))) }
  }
  return {
    subject: `Rangkuman hari ini: ${countInWords(taken.length)} pengingat`,
    paragraphs: taken.map(({ subject, sentence }) => `${subject}: ${sentence}`),
    button: { text: 'Buka pemberitahuan', path: '/pemberitahuan' },
  }
}
