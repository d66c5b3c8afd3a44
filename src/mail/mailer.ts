import { randomUUIDv7 } from 'node:crypto'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { writeWhole } from '#kit/disk.ts'
import type { Mail } from './letter.tsx'

/** Hands a letter to the world. Throws when it could not be handed over. */
export type Mailer = (mail: Mail, now: Date) => Promise<void>

export type MailSettings = {
  smtpUrl?: string | undefined
  /** Who writes, as `Rintis <rintis@example.go.id>`. */
  from?: string | undefined
  /** The folder of letters while there is no SMTP server. */
  outbox: string
}

const unnamed = 'Rintis <rintis@localhost>'
/** A server that does not answer must not hold up the letters behind this one. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
/** For mail programs that would answer "I am on leave" to a machine. */
const headers = { 'Auto-Submitted': 'auto-generated' }

/** Letters go to the SMTP server, or without one become files `<when>-<id>.eml` in the outbox. */
export function openMailer({ smtpUrl, from = unnamed, outbox }: MailSettings): Mailer {
  if (smtpUrl) {
    const server = createTransport({ url: smtpUrl, ...patience })
    return async (mail, now) => {
      await server.sendMail({ from, date: now, headers, ...mail })
    }
  }
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail, now) => {
    const { message } = await paper.sendMail({ from, date: now, headers, ...mail })
    await writeWhole(path.join(outbox, fileName(now)), String(message))
  }
}

const fileName = (now: Date) => `${now.toISOString().slice(0, 19).replaceAll(':', '')}-${randomUUIDv7()}.eml`
