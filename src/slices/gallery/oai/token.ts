import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { HarvestToken } from './request.ts'

const signedToken = z.object({
  from: z.string().nullable(),
  until: z.string().nullable(),
  set: z.string().nullable(),
  changedAt: z.string(),
  arkName: z.string(),
  cursor: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  expires: z.number().int(),
})

/** Milliseconds for which a harvester may go on from a page. */
const lasts = 24 * 3600 * 1000

/** When a token that is given now runs out. */
export const expiryOf = (now: Date): Date => new Date(now.getTime() + lasts)

/** The token as text: nothing of a harvest is remembered here, so any node can go on with it. */
export function writeToken(token: HarvestToken, key: Buffer, now: Date): string {
  const text = Buffer.from(JSON.stringify({ ...token, expires: expiryOf(now).getTime() })).toString('base64url')
  return `${text}.${sign(text, key).toString('base64url')}`
}

/** What the text holds; undefined where it is not one that was signed with this key, or has run out. */
export function readToken(text: string, key: Buffer, now: Date): HarvestToken | undefined {
  const [body = '', signature = '', more] = text.split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(body, key)
  if (more !== undefined || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const { expires, ...token } = signedToken.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  return expires < now.getTime() ? undefined : token
}

const sign = (text: string, key: Buffer) => createHmac('sha256', key).update(text).digest()
