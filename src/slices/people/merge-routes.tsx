import { stale } from '#kit/refusal.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { listCandidates } from './candidate-store.ts'
import { mergeFacts, mergeObstacle } from './merge.ts'
import { mergePersons } from './merge-commands.ts'
import { mergeForm } from './merge-forms.ts'
import { countMoving } from './merge-store.ts'
import { ChooseMergePage, MergePreviewPage } from './pages/merge-pages.tsx'
import { personAt } from './person-held.ts'
import { openNip } from './person-store.ts'
import { listUnits } from './unit-store.ts'

/** Making one record of two of one person: choosing the other, seeing what moves, doing it. */
export const mergeRoutes = routes()

mergeRoutes.get('/orang/:id/gabung', signedIn, async (c) => {
  const { db, actor } = c.var
  const staying = await personAt(db, actor, 'merge', c.req.param('id'))
  const otherId = c.req.query('dengan')
  if (otherId === undefined) {
    const words = c.req.query('cari')?.trim() ?? staying.name
    const candidates = (await listCandidates(db, { words })).filter(({ id }) => id !== staying.id)
    return c.render(<ChooseMergePage person={staying} words={words} candidates={candidates} />)
  }
  const givenUp = await personAt(db, actor, 'merge', otherId)
  const stayingFacts = { ...staying, nip: await openNip(db, staying.id) }
  const givenUpFacts = { ...givenUp, nip: await openNip(db, givenUp.id) }
  const facts = { staying: stayingFacts, givenUp: givenUpFacts, merged: mergeFacts(stayingFacts, givenUpFacts) }
  const [units, moving] = [await listUnits(db), await countMoving(db, givenUp.id)]
  const obstacle = mergeObstacle(staying, givenUp)
  return c.render(<MergePreviewPage {...{ staying, givenUp, facts, units, moving, obstacle }} />)
})

mergeRoutes.post('/orang/:id/gabung', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const { id } = await personAt(db, actor, 'merge', c.req.param('id'))
  const read = await readPosted(c, mergeForm)
  // Nothing in it is typed: what does not fit is a preview that is no longer true.
  if (!read.ok) throw stale()
  const { givenUpId, givenUpRevision, stayingRevision } = read.value
  const merging = { staying: { id, revision: stayingRevision }, givenUp: { id: givenUpId, revision: givenUpRevision } }
  await mergePersons(db, actor, merging, now)
  say(c, 'Kedua catatan digabung.')
  return c.redirect(`/orang/${id}`, 303)
})
