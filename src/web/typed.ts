import type { Context } from 'hono'
import type * as z from 'zod'
import { type ReadForm, readForm, type Typed } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { rowId } from '#kit/schema.ts'
import { withoutNul } from '#kit/text.ts'
import type { Web } from './request.ts'

/**
 * What a browser sent in a form's text fields, by name. Files are left out. A form ends its lines with CRLF and a
 * script that saves it with LF; both mean the same text. A NUL, which some programs leave in what is pasted from them,
 * is no letter, and no database keeps one.
 */
export async function readTyped(c: Context<Web>): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const typed: Typed = {}
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().flatMap((part) => (typeof part === 'string' ? [plainText(part)] : []))
    if (texts.length > 0) typed[name] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return typed
}

const plainText = (sent: string) => withoutNul(sent.replaceAll('\r\n', '\n'))

/**
 * Reads a form by its schema. A form that comes back after the person had to sign in again is never carried out:
 * it is drawn with everything typed, for the person to look at and send.
 */
export async function readPosted<S extends z.ZodType>(c: Context<Web>, schema: S): Promise<Posted<z.output<S>>> {
  const typed = await readTyped(c)
  if (c.env?.resumed) return { ok: false, typed, status: 200, form: { values: typed, errors: {}, remark: resumed } }
  const read = readForm(schema, typed)
  return read.ok ? { ...read, typed } : { ...read, typed, status: 422 }
}

type Posted<Value> =
  | (Extract<ReadForm<Value>, { ok: true }> & { typed: Typed })
  | (Extract<ReadForm<Value>, { ok: false }> & { typed: Typed; status: 200 | 422 })

/** The id in the address of a row. Throws 404 where something else stands. */
export function idInPath(c: Context<Web>): string {
  const id = rowId.safeParse(c.req.param('id'))
  if (!id.success) throw notFound()
  return id.data
}

const resumed = 'Anda sudah masuk kembali dan isian Anda masih utuh. Periksa, lalu kirim lagi.'
