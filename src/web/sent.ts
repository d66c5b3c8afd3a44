import type { Context } from 'hono'
import type * as z from 'zod'
import { Refusal } from '#kit/refusal.ts'
import { withoutNul } from '#kit/text.ts'
import type { Web } from './request.ts'

/** Reads the JSON that a script of an open page sends, without a NUL that was pasted; what it would never send is refused. */
export async function readSent<S extends z.ZodType>(c: Context<Web>, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(parsed(await c.req.text()))
  if (!read.success) throw new Refusal('conflict', 'Isian tidak terbaca. Muat ulang halaman.')
  return read.data
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (_, value) => (typeof value === 'string' ? withoutNul(value) : value))
  } catch {
    return undefined
  }
}

const statuses = { conflict: 409, forbidden: 403 } as const

/** Why nothing was done, for a script that says it on the open page. */
export function sayRefused(c: Context<Web>, error: unknown) {
  if (!(error instanceof Refusal)) throw error
  const status = error.reason === 'conflict' || error.reason === 'forbidden' ? statuses[error.reason] : 404
  return c.json({ refused: error.sentence }, status)
}
