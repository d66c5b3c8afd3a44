import type { Context } from 'hono'
import { notFound } from '#kit/refusal.ts'
import { listEvidence, listProving, lkeQuestionCodes, packEvidence } from '#progress'
import { titleOf } from '#project'
import type { Web } from '#web/request.ts'
import { unitsRead } from './policy.ts'
import { yearAsked } from './view.ts'

/** The question and year that are asked for, and the projects whose evidence proves it, as far as the actor reads. */
async function provingOf(c: Context<Web>) {
  const year = yearAsked(c)
  const question = lkeQuestionCodes.find((one) => one === c.req.query('pertanyaan'))
  if (!question) throw notFound()
  const rows = await listProving(c.var.db, { year, units: unitsRead(c.var.actor), question })
  const projects = [...Map.groupBy(rows, ({ projectId }) => projectId)].flatMap(([id, [one]]) =>
    one ? [{ id, code: one.code, title: titleOf(one) }] : [],
  )
  return { year, question, projects, search: { question, from: `${year}-01-01`, until: `${year}-12-31` } }
}

/** The evidence that proves a question in a year. Two queries. */
export async function proofsOf(c: Context<Web>) {
  const { year, question, projects, search } = await provingOf(c)
  const ids = projects.map(({ id }) => id)
  const evidence = await listEvidence(c.var.db, ids, search)
  return { year, question, projects, evidence: evidence.filter(({ state }) => state !== 'returned') }
}

/** The same, packed for taking away. */
export async function packedProofsOf(c: Context<Web>) {
  const { year, question, projects, search } = await provingOf(c)
  const pieces = await packEvidence(c.var.db, c.var.files.blobs, projects, 'standing', search)
  return { year, question, pieces }
}
