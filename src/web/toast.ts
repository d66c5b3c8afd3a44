import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { shortened } from '#kit/text.ts'
import type { Web } from './request.ts'

/** Letters: a browser refuses a cookie of four kilobytes, and one letter may take twelve. */
const longest = 200

/** Says one sentence on the next page that this browser draws ("Undangan dikirim."). No personal data. */
export const say = (c: Context<Web>, sentence: string): void =>
  setCookie(c, cookieName(c), shortened(sentence, longest - 1), {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge: 60 },
  })

/** The sentence to be said, once. */
export function heard(c: Context<Web>): string | null {
  const sentence = getCookie(c, cookieName(c)) ?? null
  if (sentence !== null) deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
  return sentence === null ? null : shortened(sentence, longest)
}

const isSecure = (c: Context<Web>) => c.req.url.startsWith('https:')
const cookieName = (c: Context<Web>) => (isSecure(c) ? '__Host-rintis-say' : 'rintis-say')
