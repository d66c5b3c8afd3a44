import { type Db, transact } from '#db'
import { countInWords } from '#kit/text.ts'
import { type Letter, postLetter } from '#mail'
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
      await postLetter(tx, { to: contact.email, greeting: `Yth. ${contact.name}`, ...said(taken) })
    })
}

/** One notice speaks for itself; of several the letter lists all. */
function said(taken: Taken[]): Pick<Letter, 'subject' | 'paragraphs' | 'button'> {
  const [first] = taken
  if (first && taken.length === 1) {
    const { subject, sentence, button, path } = first
    return { subject, paragraphs: [sentence], button: { text: button, path } }
  }
  return {
    subject: `Rangkuman hari ini: ${countInWords(taken.length)} pengingat`,
    paragraphs: taken.map(({ subject, sentence }) => `${subject}: ${sentence}`),
    button: { text: 'Buka pemberitahuan', path: '/pemberitahuan' },
  }
}
