import * as z from 'zod'
import type { Database } from '#db'
import type { Task } from '#jobs'
import { type Invitation, type Letter, layOut } from './letter.tsx'
import type { Mailer } from './mailer.ts'

const queue = 'mail'

const link = z.object({ text: z.string(), path: z.string() })
const event = z.object({
  ...{ uid: z.string(), sequence: z.number(), title: z.string(), place: z.string(), link: z.string() },
  ...{ begins: z.string(), ends: z.string() },
})
const invitation: z.ZodType<Invitation> = z.object({ method: z.enum(['REQUEST', 'CANCEL']), event })

/** A letter as it waits. One that was posted before letters held several invitations has its one as `calendar`. */
const posted = z
  .object({
    ...{ to: z.string(), subject: z.string(), greeting: z.string(), paragraphs: z.array(z.string()) },
    ...{ button: link.exactOptional(), also: link.exactOptional() },
    calendars: z.array(invitation).exactOptional(),
    calendar: invitation.exactOptional(),
  })
  .transform(({ calendar, ...letter }): Letter => ({ ...letter, ...(calendar && { calendars: [calendar] }) }))

/**
 * Puts a letter into the mail: within the transaction that `db` is where it is one, so that an act that is rolled
 * back has told nobody. It is sent by the worker. Sealed, since it may hold a link that opens an account.
 */
export const postLetter = (db: Pick<Database, 'query' | 'send' | 'vault'>, letter: Letter): Promise<void> =>
  db.send(db.query, queue, { sealed: db.vault.seal(JSON.stringify(letter)).toString('base64') })

/** Sends what was posted. A mail server that is away for most of a day is waited for. */
export const mailJob: Task<{ mailer: Mailer; url: string }> = {
  queue,
  retries: 20,
  within: 120,
  take: async ({ vault }, data, now, { mailer, url }) => {
    const { sealed } = data as { sealed: string }
    const letter = posted.parse(JSON.parse(vault.open(Buffer.from(sealed, 'base64'))))
    await mailer(layOut(letter, url), now)
  },
}
