import type { Db } from '#db'
import { latestProgress, listEvidence } from '#progress'

/** How many latest reports and pieces of evidence of these projects stand in which state. */
export async function countStates(db: Db, projects: { id: string }[]) {
  const [reports, evidence]: [string[], string[]] = [[], []]
  for (const { id } of projects) {
    reports.push(...(await latestProgress(db, id)).map(({ state }) => state))
    evidence.push(...(await listEvidence(db, id)).map(({ state }) => state))
  }
  return { reports: counted(reports), evidence: counted(evidence) }
}

const counted = (states: string[]) =>
  Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length]))
