import { createHash } from 'node:crypto'
import { DatabaseError } from 'pg'

/** What PostgreSQL says while it stops, starts or recovers. */
const statesAway = ['57P01', '57P02', '57P03', '08006', '08001', '53300']
const networkAway = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']
/** `pg` gives these no code. */
const wordsAway =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether the error means that the database cannot be reached for now, and the request may be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseError) return statesAway.includes(error.code ?? '')
  const code = 'code' in error ? String(error.code) : ''
  return networkAway.includes(code) || wordsAway.test(error.message) || isDatabaseAway(error.cause)
}

const style = `
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1c2430; background: #f6f7f9 }
main { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.25rem }
h1 { font-size: 1.5rem; line-height: 1.3 }
a { color: #0b5c6b }
@media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181e } a { color: #7fd0de } }`

const page = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sebentar – Rintis</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Rintis sedang tidak dapat dipakai</h1>
<p>Sebagian sistem sedang dijalankan kembali. Biasanya ini selesai dalam beberapa detik. Yang sudah tersimpan tetap
aman; yang belum tersimpan dapat dikirim ulang dengan memuat kembali halaman ini.</p>
<p><a href="">Coba lagi</a></p>
</main>
</body>
</html>
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** 503 in words, for as long as the database or the web process is away. Needs nothing that could be away too. */
export const away = {
  status: 503,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '3',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
  },
  body: page,
} as const

/** The same from within the application, whose policy lets a style in by its nonce. */
export const awayResponse = (nonce: string | undefined): Response =>
  new Response(nonce ? page.replace('<style>', `<style nonce="${nonce}">`) : page, {
    status: away.status,
    headers: away.headers,
  })
