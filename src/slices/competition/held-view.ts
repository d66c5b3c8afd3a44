import type { Db } from '#db'
import { listFilesOf } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Day, Zone } from '#kit/date.ts'
import { answersOf, filmsOfAll, lettersOfAll } from './bulk-store.ts'
import { handsOf } from './hands.ts'
import { gapsOf } from './readiness.ts'
import { resultsOf } from './result-store.ts'
import { listEntries } from './store.ts'

/** The entries that the actor may read, each with in whose hands it lies. Seven queries, however many there are. */
export async function listHeld(db: Db, actor: Actor, when: { zone: Zone; today: Day }) {
  const rows = await listEntries(db, actor)
  const ids = rows.map(({ id }) => id)
  const [answers, letters] = [await answersOf(db, ids), await lettersOfAll(db, ids)]
  const [films, files] = [await filmsOfAll(db, ids), await listFilesOf(db, 'entry', ids)]
  const results = await resultsOf(db, ids)
  return rows.map((entry) => {
    const gaps = gapsOf({
      ...{ entry, edition: entry.form, isPublicService: entry.isPublicService, film: films.get(entry.id) ?? null },
      ...{ answers: answers.get(entry.id) ?? [], letters: letters.get(entry.id) ?? [] },
      files: files.filter(({ thingId }) => thingId === entry.id),
    })
    return {
      ...entry,
      hands: handsOf(entry, gaps.length === 0, when, { form: entry.form, results: results.get(entry.id) ?? [] }),
    }
  })
}
