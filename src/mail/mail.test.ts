import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Send } from '#db/connect.ts'
import { freshDatabase } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { readEml } from './eml.ts'
import { type Letter, layOut, type Mail } from './letter.tsx'
import { openMailer } from './mailer.ts'
import { listOutbox } from './outbox.ts'
import { mailJob, postLetter } from './post.ts'

const now = new Date('2026-11-24T02:00:00Z')
const url = 'https://rintis.example.go.id'
const letter: Letter = {
  to: 'sri@uji.example',
  subject: 'Rencana aksi dikembalikan: perlu dilengkapi – “sebelum Jumat”',
  greeting: 'Yth. Sri Wahyuningtyas',
  paragraphs: ['Rencana aksi Anda dikembalikan kepada Anda.', 'Catatan <b>lengkap</b> ada di Rintis.'],
  button: { text: 'Buka rencana aksi', path: '/proyek/bcdf2345/rencana?dari=surat&hal=1' },
}

test('a letter says the same as text and in HTML, with one link', () => {
  const { text, html } = layOut(letter, url)
  expect(text).toBe(
    `Yth. Sri Wahyuningtyas,\n\nRencana aksi Anda dikembalikan kepada Anda.\n\nCatatan <b>lengkap</b> ada di Rintis.\n\nBuka rencana aksi:\n${url}/proyek/bcdf2345/rencana?dari=surat&hal=1\n\n--\nSurat ini dikirim otomatis oleh Rintis. Balasan tidak dibaca.\n`,
  )
  expect(html).toContain('Catatan &lt;b>lengkap&lt;/b> ada di Rintis.')
  expect(html.match(/href="([^"]+)"/g)).toEqual([`href="${url}/proyek/bcdf2345/rencana?dari=surat&amp;hal=1"`])
})

test('a letter may hold a second link, in both of its forms', () => {
  const also = { text: 'Simpan ke kalender', path: '/paparan/1/kalender.ics' }
  const { text, html } = layOut({ ...letter, also }, url)
  expect(text).toContain(`Simpan ke kalender:\n${url}/paparan/1/kalender.ics`)
  expect(html).toContain(`href="${url}/paparan/1/kalender.ics"`)
})

test('without an SMTP server a letter is a file, and read from there whole', async () => {
  const outbox = freshFolder()
  await openMailer({ outbox })(layOut(letter, url), now)
  expect(await readdir(outbox)).toEqual([expect.stringMatching(/^2026-11-24T020000-[\w-]+\.eml$/)])
  const [read] = await listOutbox(outbox)
  expect(read).toMatchObject({ to: letter.to, subject: letter.subject, text: layOut(letter, url).text.trimEnd() })
})

test('an invitation goes along as what mail programs put into a calendar, and the letter is read as before', async () => {
  const outbox = freshFolder()
  const hours = { begins: '2026-12-02T02:20:00.000Z', ends: '2026-12-02T02:40:00.000Z' }
  const event = { uid: 'slot@rintis', sequence: 1, title: 'Paparan: Satu antrean', place: '', link: '', ...hours }
  const mail = layOut({ ...letter, calendars: [{ method: 'REQUEST', event }] }, url)
  await openMailer({ outbox, from: 'Rintis <rintis@example.go.id>' })(mail, now)
  const [name = ''] = await readdir(outbox)
  const source = await readFile(path.join(outbox, name), 'utf8')
  expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(readEml(source).text).toBe(mail.text.trimEnd())
  const encoded = /Content-Type: application\/ics[\s\S]*?\n\n([A-Za-z0-9+/=\n]+)/.exec(source)?.[1] ?? ''
  const file = Buffer.from(encoded, 'base64').toString().replaceAll('\r\n ', '')
  expect(file).toContain('ORGANIZER;CN=Rintis:mailto:rintis@example.go.id')
  expect(file).toContain('mailto:sri@uji.example')
})

test('whatever a letter says, the outbox reads it as it was written', async () => {
  const outbox = freshFolder()
  const mailer = openMailer({ outbox })
  const line = fc
    .string({ unit: fc.constantFrom(...'aé=_ ?–“𝕏.-Z'), minLength: 1, maxLength: 90 })
    .map((text) => `x${text}x`)
  await fc.assert(
    fc.asyncProperty(line, fc.array(line, { minLength: 1, maxLength: 3 }), async (subject, paragraphs) => {
      const mail = layOut({ ...letter, subject, paragraphs }, url)
      await mailer(mail, now)
      const newest = (await readdir(outbox)).sort().at(-1) ?? ''
      const read = readEml(await readFile(path.join(outbox, newest), 'utf8'))
      expect(read).toMatchObject({ subject, text: mail.text.trimEnd() })
    }),
    { numRuns: 50 },
  )
})

test('an outbox that is not there yet is empty', async () => {
  expect(await listOutbox(path.join(freshFolder(), 'outbox'))).toEqual([])
})

test('with an SMTP server a letter goes there; a refusal is thrown, so that its job tries again', async () => {
  const server = await startSmtp()
  const mailer = openMailer({ smtpUrl: server.url, from: 'Rintis <rintis@uji.example>', outbox: '/nowhere' })
  await mailer(layOut(letter, url), now)
  expect(server.received).toEqual([expect.stringContaining('To: sri@uji.example')])
  await expect(mailer({ ...layOut(letter, url), to: 'nobody@uji.example' }, now)).rejects.toThrow('550')
  server.stop()
})

test('what waits to be sent is sealed', async () => {
  const posted: { sealed: string }[] = []
  const send: Send = async (_, __, data) => {
    posted.push(data as { sealed: string })
  }
  const database = await freshDatabase({ send })
  await postLetter(database, letter)
  expect(posted).toHaveLength(1)
  expect(Buffer.from(posted[0]?.sealed ?? '', 'base64').toString('latin1')).not.toContain('Sri')
  const outbox = freshFolder()
  await mailJob.take(database, posted[0], now, { mailer: openMailer({ outbox }), url })
  expect(await listOutbox(outbox)).toHaveLength(1)
})

test('a letter that waits from before an upgrade, with its one invitation, loses none', async () => {
  const database = await freshDatabase()
  const hours = { begins: '2026-12-02T02:20:00.000Z', ends: '2026-12-02T02:40:00.000Z' }
  const event = { uid: 'slot@rintis', sequence: 1, title: 'Paparan', place: '', link: '', ...hours }
  const waiting = JSON.stringify({ ...letter, calendar: { method: 'REQUEST', event } })
  const sent: Mail[] = []
  const mailer = async (mail: Mail) => void sent.push(mail)
  await mailJob.take(database, { sealed: database.vault.seal(waiting).toString('base64') }, now, { mailer, url })
  expect(sent).toMatchObject([{ to: letter.to, calendars: [{ method: 'REQUEST', event }] }])
})

/** As much of an SMTP server as one letter needs; it knows nobody whose name begins with "nobody". */
async function startSmtp() {
  const received: string[] = []
  const server = createServer((socket) => {
    let letter: string | undefined
    socket.write('220 test\r\n')
    socket.on('data', (bytes) => {
      for (const line of String(bytes).split('\r\n')) {
        if (letter !== undefined && line !== '.') letter += `${line}\n`
        else if (letter !== undefined) {
          received.push(letter)
          letter = undefined
          socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          letter = ''
          socket.write('354 go on\r\n')
        } else if (line.startsWith('RCPT TO:<nobody')) socket.write('550 unknown\r\n')
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else if (line !== '') socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => server.close() }
}
