import { setTimeout as wait } from 'node:timers/promises'
import type { Storage } from '#files'
import type { Round } from '#jobs'
import { restOf } from './fixity.ts'
import { checkOn } from './fixity-commands.ts'

/** Where contents lie. */
export type FixityJobTools = { fixity: { storages: Storage[]; clock: () => Date } }

/** Minutes for which each call works: shorter than the pause between two, so that a worker can be stopped in between. */
const minutes = 8

/** Goes on with the weekly round of each storage, every ten minutes for eight, half of them at rest. */
export const fixityJob: Round<FixityJobTools> = {
  queue: 'preservation.fixity',
  cron: '*/10 * * * *',
  zone: 'Asia/Jakarta',
  within: 900,
  retries: 0,
  run: async (database, _, { fixity: { storages, clock } }) => {
    const until = new Date(clock().getTime() + minutes * 60_000)
    const rest = restOf(
      () => performance.now(),
      (milliseconds) => wait(milliseconds),
    )
    for (const storage of storages) await checkOn(database, { storage, clock, rest }, until)
  },
}
