import type { CompetitionSide } from '#assessment'
import { shelfOf } from './edition-store.ts'
import { eligibilityIn } from './eligibility.ts'
import { listInnovations } from './eligibility-store.ts'
import { entryAllows } from './entry.ts'
import { aimedIn } from './intended-category.ts'
import { listIntended } from './intended-category-store.ts'
import { entryStateWords } from './pages/words.ts'
import { listEntries } from './store.ts'

/**
 * What the competition says of candidates, asked for before one of them is chosen as the best. Each a constant number of
 * queries.
 */
export const competitionSide: CompetitionSide = {
  eligibilityOf: async (db, projectIds, today) => {
    const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
    const innovations = await listInnovations(db, projectIds)
    return new Map([...innovations].map(([id, one]) => [id, eligibilityIn(one, editions, today)]))
  },
  aimsOf: async (db, projectIds, today) => {
    const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
    return aimedIn(await listIntended(db, projectIds), projectIds, editions, today)
  },
  entriesOf: async (db, actor, projectIds) =>
    (await listEntries(db, actor))
      .filter(({ projectId }) => projectIds.includes(projectId))
      .map(({ projectId, code, form, state }) => ({
        ...{ projectId, path: `/usulan/${code}`, label: form.label },
        ...{ state: entryStateWords[state].toLowerCase(), isOpen: entryAllows(state, 'withdraw') },
      })),
}
