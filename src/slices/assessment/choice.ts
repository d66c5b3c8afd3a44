import { conflict } from '#kit/refusal.ts'
import type { Ranked } from './ranking.ts'

/** Pilihan: the project that was chosen as the best of those that concern public service, with the reason. */
export type Choice = { projectId: string; reason: string; departure: string; decidedAt: Date }

/** Putusan yang ditarik: a choice as it was said, who took it back, and why. */
export type WithdrawnChoice = Choice & {
  id: string
  because: string
  withdrawnAt: Date
  accountId: string
  personId: string | null
}

type Eligible = { id: string; isPublicService: boolean }

/** The projects that can be chosen: ranked, and concerning public service. In the order of the ranking. */
export const choosable = (ranking: readonly Ranked[], projects: readonly Eligible[]): Ranked[] =>
  ranking.filter(
    ({ place, projectId }) =>
      place !== null && projects.some(({ id, isPublicService }) => id === projectId && isPublicService),
  )

/** Whether the project stands first among those that can be chosen; of equals each does. */
export const isFirst = (among: readonly Ranked[], projectId: string): boolean =>
  among.find((one) => one.projectId === projectId)?.place === among[0]?.place

/** Throws a conflict unless the project can be chosen, with the reason for it where it is not the first. */
export function checkChoice(among: readonly Ranked[], said: Pick<Choice, 'projectId' | 'departure'>): void {
  if (!among.some(({ projectId }) => projectId === said.projectId))
    throw conflict('Pilih proyek pelayanan publik yang sudah mempunyai peringkat.')
  if (!isFirst(among, said.projectId) && said.departure === '')
    throw conflict('Proyek ini bukan yang pertama di antara proyek pelayanan publik. Tulis mengapa tetap dipilih.')
}
