import { instantInWords } from '#kit/date.ts'
import { safeHref } from '#kit/text.ts'
import { ReadingPage } from '#web/page.tsx'
import type { OutboxLetter } from '../outbox.ts'

export const OutboxPage = ({ letters }: { letters: OutboxLetter[] }) => (
  <ReadingPage title="Kotak surat" lead="Surat yang akan dikirim bila SMTP_URL diisi. Hanya ada dalam pengembangan.">
    {letters.length === 0 && <p>Belum ada surat.</p>}
    <ul>
      {letters.map(({ name, subject, to, date }) => (
        <li key={name}>
          <a href={`/kotak-surat/${name}`}>{subject}</a>
          <br />
          {to}, {sentAt(date)}
        </li>
      ))}
    </ul>
  </ReadingPage>
)

export const LetterPage = ({ letter: { subject, to, date, text } }: { letter: OutboxLetter }) => (
  <ReadingPage
    title={subject}
    lead={`${to}, ${sentAt(date)}`}
    breadcrumbs={[{ path: '/kotak-surat', label: 'Kotak surat' }]}
  >
    {text.split('\n\n').map((paragraph) => (
      <p key={paragraph}>
        {paragraph.split('\n').map((line) => (
          <Line key={line} text={line} />
        ))}
      </p>
    ))}
  </ReadingPage>
)

/** The header's date as people write it; the page belongs to no agency, so its zone is that of the capital. */
const sentAt = (date: string) => instantInWords('Asia/Jakarta', new Date(date))

const Line = ({ text }: { text: string }) => (
  <>
    {/^https?:\/\/\S+$/.test(text) ? <a href={safeHref(text)}>{text}</a> : text}
    <br />
  </>
)
