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

/** A form that was not saved, or not all of it: the page that draws it again, or what the island hears of it. */
export const formAgain = (c: Context<Web>, form: Form, status: 200 | 409 | 422, page: VNode) =>
  isAutosave(c) ? sayWrong(c, form, status) : c.render(page, status)

/**
 * For the island: what is wrong, and under which revision the rest was saved where it was; or what somebody else saved.
 * An older revision that holds nothing else than what is stored was saved before, and its answer got lost.
 */
export function sayWrong(c: Context<Web>, form: Form, status: 200 | 409 | 422): Response {
  const revision = Number(form.values.revision)
  const { errors, theirs = {} } = form
  if (status !== 409) return c.json({ errors, ...(form.kept !== undefined && { revision }) }, 422)
  if (Object.keys(theirs).length > 0) return c.json({ theirs }, 409)
  return Object.keys(errors).length === 0 ? c.json({ revision }) : c.json({ errors, revision }, 422)
}
