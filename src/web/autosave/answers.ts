import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Form } from '#kit/form.ts'
import type { Web } from '../request.ts'

/** Whether the island saves the form while it is written; otherwise a person sends it. */
export const isAutosave = (c: Context<Web>): boolean => c.req.header('accept') === 'application/json'

/**
 * Whether the form was drawn for another account than the one that is signed in now. Somebody else may sign in beside
 * a page that stayed open: what is written there does not go out under the new name.
 */
export function isDrawnForAnother(c: Context<Web>): boolean {
  const drawnFor = c.req.header('rintis-account')
  return drawnFor !== undefined && drawnFor !== c.get('session')?.actor.accountId
}

/** What the island hears of a form that was saved: the revision under which the next one goes. */
export const sayRevision = (c: Context<Web>, savedFrom: number): Response => c.json({ revision: savedFrom + 1 })

/**
 * A form that was not saved: the page that draws it again, or for the island what is wrong, or what somebody else
 * saved. An older revision that holds nothing else than what is stored was saved before, and its answer got lost.
 */
export function formAgain(c: Context<Web>, form: Form, status: 200 | 409 | 422, page: VNode) {
  if (!isAutosave(c)) return c.render(page, status)
  if (status !== 409) return c.json({ errors: form.errors }, 422)
  const theirs = form.theirs ?? {}
  if (Object.keys(theirs).length === 0) return c.json({ revision: Number(form.values.revision) })
  return c.json({ theirs }, 409)
}
