import { randomUUIDv7 } from 'node:crypto'
import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { mustBe } from './assessment.ts'
import { checkFinal } from './consensus.ts'
import { hold, note, panelOf } from './held.ts'
import { isUncovered, missingOf, stillOpen } from './panel.ts'
import { addFinal } from './store.ts'
import { rankAll } from './view.ts'

/** The panel spoke about a project and agreed on a value; what the judges marked stays as it is. */
export const agreeFinal = (
  db: Db,
  actor: Actor,
  id: string,
  { code, value, reason }: { code: string; value: string; reason: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const seen = await hold(tx, actor, id, 'decide')
    mustBe(seen.assessment, 'open')
    const project = seen.projects.find((one) => one.code === code)
    if (!project) throw notFound()
    const panel = await panelOf(tx, seen, today)
    if (!isUncovered(panel)) throw conflict(stillOpen(missingOf(panel).length))
    checkFinal(await rankAll(tx, seen), project.id)
    const final = { id: randomUUIDv7(), assessmentId: id, projectId: project.id, value, reason, agreedAt: now }
    await addFinal(tx, final)
    await note(tx, actor, id, { event: 'assessment.final-mark-agreed', details: { projectId: project.id } }, now)
  })
