import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { isConflict, isStale, stale } from '#kit/refusal.ts'
import { type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { listCandidates } from './candidate-store.ts'
import { mergeDoubts, mergeFacts, mergeObstacle } from './merge.ts'
import { mergePersons } from './merge-commands.ts'
import { mergeForm } from './merge-forms.ts'
import { countMoving } from './merge-store.ts'
import { ChooseMergePage, MergePreviewPage } from './pages/merge-pages.tsx'
import type { Person } from './person.ts'
import { personAt } from './person-held.ts'
import { openNip } from './person-store.ts'
import { listUnits } from './unit-store.ts'

/** What becomes of both records, as they now are. */
async function drawPreview(c: Context<Web>, staying: Person, otherId: string, form: Form, status: PageStatus) {
  const { db, actor } = c.var
  const givenUp = await personAt(db, actor, 'merge', otherId)
  const stayingFacts = { ...staying, nip: await openNip(db, staying.id) }
  const givenUpFacts = { ...givenUp, nip: await openNip(db, givenUp.id) }
  const facts = { staying: stayingFacts, givenUp: givenUpFacts, merged: mergeFacts(stayingFacts, givenUpFacts) }
  const [units, moving] = [await listUnits(db), await countMoving(db, givenUp.id)]
  const [obstacle, doubts] = [mergeObstacle(staying, givenUp), mergeDoubts(stayingFacts, givenUpFacts)]
  return c.render(<MergePreviewPage {...{ form, staying, givenUp, facts, units, moving, obstacle, doubts }} />, status)
}

/** Making one record of two of one person: choosing the other, seeing what moves, doing it. */
export const mergeRoutes = routes()

mergeRoutes.get('/orang/:id/gabung', signedIn, async (c) => {
  const { db, actor } = c.var
  const staying = await personAt(db, actor, 'merge', c.req.param('id'))
  const otherId = c.req.query('dengan')
  if (otherId !== undefined) return drawPreview(c, staying, otherId, blankForm(), 200)
  const words = c.req.query('cari')?.trim() ?? staying.name
  const candidates = (await listCandidates(db, { words })).filter(({ id }) => id !== staying.id)
  return c.render(<ChooseMergePage person={staying} words={words} candidates={candidates} />)
})

mergeRoutes.post('/orang/:id/gabung', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const staying = await personAt(db, actor, 'merge', c.req.param('id'))
  const read = await readPosted(c, mergeForm)
  if (!read.ok) {
    // Nothing else in it is typed: what does not fit is a preview that is no longer true.
    if (Object.keys(read.form.errors).some((name) => name !== 'reason')) throw stale()
    return drawPreview(c, staying, String(read.typed.given_up_id), read.form, read.status)
  }
  const { givenUpId, givenUpRevision, stayingRevision, reason } = read.value
  const both = {
    staying: { id: staying.id, revision: stayingRevision },
    givenUp: { id: givenUpId, revision: givenUpRevision },
  }
  try {
    await mergePersons(db, actor, { ...both, reason }, now)
  } catch (error) {
    if (!isConflict(error) && !isStale(error)) throw error
    // The preview is drawn anew from what is stored; the reason stays as it was typed.
    const form = { values: read.typed, errors: {}, remark: isConflict(error) ? error.sentence : changed }
    return drawPreview(c, await personAt(db, actor, 'merge', staying.id), givenUpId, form, 409)
  }
  say(c, 'Kedua catatan digabung.')
  return c.redirect(`/orang/${staying.id}`, 303)
})

const changed = 'Salah satu catatan diubah orang lain sejak Anda membukanya. Periksa lagi, lalu gabungkan.'
