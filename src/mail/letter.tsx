import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { CalendarEvent } from '#kit/calendar.ts'

/** An hour to which a letter invites, or from which it excuses. */
export type Invitation = { method: 'REQUEST' | 'CANCEL'; event: CalendarEvent }

/** What a letter says. It carries no personal data but the name of whom it is for. */
export type Letter = {
  /** An e-mail address. */
  to: string
  subject: string
  /** "Yth. Sri Wahyuningtyas", without the comma. */
  greeting: string
  paragraphs: string[]
  /** The one thing to do: its verb, and a path of ours ("/proyek/…"). */
  button?: { text: string; path: string }
  /** What helps beside it: a file for one's calendar, say. */
  also?: { text: string; path: string }
  calendars?: Invitation[]
}

/** A letter as it is sent. */
export type Mail = { to: string; subject: string; text: string; html: string; calendars?: Invitation[] }

/** Lays a letter out: text for everybody, and the same in HTML. `url` is our public origin. */
export const layOut = (letter: Letter, url: string): Mail => ({
  to: letter.to,
  subject: letter.subject,
  text: inText(letter, url),
  html: `<!doctype html>${render(<Html letter={letter} url={url} />)}`,
  ...(letter.calendars && { calendars: letter.calendars }),
})

const closing = 'Surat ini dikirim otomatis oleh Rintis. Balasan tidak dibaca.'

function inText({ greeting, paragraphs, button, also }: Letter, url: string): string {
  const act = [button, also].flatMap((link) => (link ? [`${link.text}:\n${url}${link.path}`] : []))
  return `${[`${greeting},`, ...paragraphs, ...act, `--\n${closing}`].join('\n\n')}\n`
}

const colours = { paper: '#fbfaf7', line: '#dcd6c9', ink: '#1d1b16', second: '#5a5447', accent: '#0d4c3f' }
const font = "font-family: 'Plus Jakarta Sans', 'Segoe UI', Arial, sans-serif"

/** Mail programs know little of CSS: every style stands on its element. */
const Html = ({ letter, url }: { letter: Letter; url: string }) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{letter.subject}</title>
    </head>
    <body style={`margin: 0; padding: 24px 16px; background: ${colours.paper}; color: ${colours.ink}; ${font}`}>
      <div style="max-width: 560px; margin: 0 auto; font-size: 16px; line-height: 1.5">
        <p style={`margin: 0 0 24px; font-weight: 700; color: ${colours.accent}`}>Rintis</p>
        <Paragraph>{letter.greeting},</Paragraph>
        {letter.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        {letter.button && <Act text={letter.button.text} address={`${url}${letter.button.path}`} />}
        {letter.also && (
          <p style="margin: 0 0 16px">
            <a href={`${url}${letter.also.path}`} style={`color: ${colours.accent}`}>
              {letter.also.text}
            </a>
          </p>
        )}
        <p
          style={`margin: 32px 0 0; padding-top: 12px; border-top: 1px solid ${colours.line}; font-size: 13px; color: ${colours.second}`}
        >
          {closing}
        </p>
      </div>
    </body>
  </html>
)

const Paragraph = ({ children }: { children: ComponentChildren }) => <p style="margin: 0 0 16px">{children}</p>

/** The link also stands written out, for who does not press buttons in letters. */
const Act = ({ text, address }: { text: string; address: string }) => (
  <>
    <p style="margin: 24px 0">
      <a
        href={address}
        style={`display: inline-block; padding: 10px 18px; border-radius: 4px; background: ${colours.accent}; color: ${colours.paper}; font-weight: 700; text-decoration: none`}
      >
        {text}
      </a>
    </p>
    <p style={`margin: 0 0 16px; font-size: 13px; color: ${colours.second}; word-break: break-all`}>{address}</p>
  </>
)
