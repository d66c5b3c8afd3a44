import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { forbidden, notFound, tooLarge } from '#kit/refusal.ts'
import type { Web } from './request.ts'

/** Headers of every answer, but for one that sets its own (files). `https` adds what only makes sense over TLS. */
export const headers = (https: boolean): MiddlewareHandler =>
  secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      // A PDF is shown in a page of ours; nothing else lets itself be framed.
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
    },
    strictTransportSecurity: https ? 'max-age=63072000; includeSubDomains' : false,
    // Hono's default is no-referrer, under which Chromium sends "Origin: null" with every form of our own.
    referrerPolicy: 'strict-origin-when-cross-origin',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [], payment: [], usb: [] },
  })

/** Nothing of ours lies at an address with a NUL in it, nor is any looked for: PostgreSQL takes none in a text. */
export const writable: MiddlewareHandler<Web> = (c, next) => {
  if (c.req.url.includes('%00')) throw notFound('Periksa alamatnya: di dalamnya ada huruf yang tidak dikenal.')
  return next()
}

/** Addresses at which a POST reads and changes nothing, and comes from machines: harvesters may ask so. */
const onlyRead = new Set(['/oai'])

/** Refuses whatever would change something and does not come from a page of ours. */
export function sameOrigin(publicUrl: string): MiddlewareHandler<Web> {
  const ours = originsOf(new URL(publicUrl))
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || onlyRead.has(c.req.path)) return next()
    const origin = c.req.header('origin')
    const fromUs = origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : ours.has(origin)
    if (!fromUs)
      throw forbidden('Kiriman ini tidak berasal dari halaman Rintis. Buka halamannya lagi, lalu kirim ulang.')
    await next()
  }
}

/** On a loopback address its three names count as one. */
function originsOf(url: URL): Set<string> {
  const loopback = ['localhost', '127.0.0.1', '[::1]']
  if (!loopback.includes(url.hostname)) return new Set([url.origin])
  return new Set(loopback.map((name) => `${url.protocol}//${name}${url.port && `:${url.port}`}`))
}

const megabyte = 1024 * 1024

/** Forms are small, and a form with a file is at most as large as an annex; large files come in parts to /unggah. */
export const formLimit: MiddlewareHandler<Web> = async (c, next) => {
  if (c.req.method === 'PATCH' && c.req.path.startsWith('/unggah/')) return next()
  const multipart = c.req.header('content-type')?.startsWith('multipart/') ?? false
  const onError = () => {
    throw tooLarge('Kiriman ini terlalu besar. Kecilkan berkasnya, lalu kirim lagi.')
  }
  return bodyLimit({ maxSize: (multipart ? 12 : 1) * megabyte, onError })(c, next)
}
