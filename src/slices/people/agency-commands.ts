import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision } from '#kit/refusal.ts'
import type { Agency } from './agency.ts'
import { settingsPolicy } from './agency-policy.ts'
import { holdAgency, saveAgency } from './agency-store.ts'

export type Settings = Pick<Agency, 'name' | 'zone' | 'contactEmail' | 'mailsFrom' | 'mailsUntil' | 'revision'>

/** Changes what the agency is called, the zone of its days, its working hours, and where its office is reached. */
export const changeSettings = (db: Db, actor: Actor, settings: Settings, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    authorize(settingsPolicy, actor, 'change', tx)
    const agency = await holdAgency(tx)
    compareRevision(agency.revision, settings.revision)
    await saveAgency(tx, { ...settings, revision: agency.revision + 1 })
    await record(tx, actor, { event: 'agency.changed', thing: { kind: 'agency', id: tx.agencyId } }, now)
  })
