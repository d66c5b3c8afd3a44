import type { EligibilityOf } from '#assessment'
import { shelfOf } from './edition-store.ts'
import { eligibilityIn } from './eligibility.ts'
import { listInnovations } from './eligibility-store.ts'

/** Whether projects can enter the competition: asked for before one of them is chosen as the best. Three queries. */
export const eligibilityOf: EligibilityOf = async (db, projectIds, today) => {
  const editions = (await shelfOf(db)).current.map(({ edition }) => edition)
  const innovations = await listInnovations(db, projectIds)
  return new Map([...innovations].map(([id, one]) => [id, eligibilityIn(one, editions, today)]))
}
