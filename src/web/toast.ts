import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Web } from './request.ts'

/** Says one sentence on the next page that this browser draws ("Undangan dikirim."). No personal data. */
export const say = (c: Context<Web>, sentence: string): void =>
  setCookie(c, cookieName(c), sentence, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge: 60 })

/** The sentence to be said, once. */
export function heard(c: Context<Web>): string | null {
  const sentence = getCookie(c, cookieName(c)) ?? null
  if (sentence !== null) deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
  return sentence?.slice(0, 200) ?? null
}

const isSecure = (c: Context<Web>) => c.req.url.startsWith('https:')
const cookieName = (c: Context<Web>) => (isSecure(c) ? '__Host-rintis-say' : 'rintis-say')
