import type { Actor } from '#kit/actor.ts'
import { mayDecideIntegration, titleOf, type WaitingIntegration } from '#project'
import type { Waiting } from './tasks.ts'

/** The integrations that the actor may verify: nobody is asked about a change of their own. */
export const integrationsWaiting = (actor: Actor, rows: WaitingIntegration[]): Waiting[] =>
  rows
    .filter((row) => mayDecideIntegration(actor, row))
    .map((row) => ({
      title: `Verifikasi integrasi: ${titleOf(row)}`,
      path: `/proyek/${row.code}#integrasi`,
      note: row.unitName,
      due: null,
    }))
