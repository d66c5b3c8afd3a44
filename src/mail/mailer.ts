import { randomUUIDv7 } from 'node:crypto'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { calendarFile } from '#kit/calendar.ts'
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
      await server.sendMail(messageOf(mail, from, now))
    }
  }
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail, now) => {
    const { message } = await paper.sendMail(messageOf(mail, from, now))
    await writeWhole(path.join(outbox, fileName(now)), String(message))
  }
}

/**
 * An invitation goes along as what mail programs put into a calendar by themselves. Of several they do that with the
 * first; the others are files of the same kind, which they offer to take in (RFC 6047).
 */
function messageOf({ calendars = [], ...mail }: Mail, from: string, now: Date) {
  const [first, ...others] = calendars.map(({ method, event }, at) => ({
    ...{ method, filename: at === 0 ? 'undangan.ics' : `undangan-${at + 1}.ics` },
    content: calendarFile(event, { method, now, asked: { organizer: from, attendee: mail.to } }),
  }))
  const attachments = others.map(({ method, ...file }) => ({
    ...file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  }))
  return { from, date: now, headers, ...mail, ...(first && { icalEvent: first }), attachments }
}

const fileName = (now: Date) => `${now.toISOString().slice(0, 19).replaceAll(':', '')}-${randomUUIDv7()}.eml`
