import type { Context } from 'hono'
import { readUploads } from '#files'
import { authorize } from '#kit/policy.ts'
import type { Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import { demandDraft } from './entry.ts'
import { entryPolicy } from './policy.ts'
import { type EntryView, viewOf } from './view.ts'

/** The address of the entry of this request. */
export const homeOf = (c: Context<Web>) => `/usulan/${c.req.param('code')}`

/** The entry as it may be changed now; where it was declared ready, the refusal says so. */
export async function draftOf(c: Context<Web>): Promise<EntryView> {
  const view = await viewOf(c)
  authorize(entryPolicy, c.var.actor, 'edit', view.entry)
  demandDraft(view.entry)
  return view
}

/** A form with its files, as it was sent. */
export async function postedProof<S extends Parameters<typeof readPosted>[1]>(c: Context<Web>, schema: S) {
  const read = await readPosted(c, schema)
  const { ids, typed, refused } = await readUploads(c, 'proof', ['pdf', 'picture'])
  return { read, files: ids, refused, values: { ...read.typed, ...typed } }
}
