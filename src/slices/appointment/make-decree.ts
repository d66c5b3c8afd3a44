import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { DecreeFacts } from './decree.ts'
import { enterDecree } from './decree-commands.ts'

let made = 0

/** A decree of the programme that is in force in 2026, but for what the test says; returns its code. */
export const makeDecree = (db: Db, actor: Actor, programmeId: string, but: Partial<DecreeFacts> = {}) =>
  enterDecree(
    db,
    actor,
    {
      id: randomUUIDv7(),
      programmeId,
      number: `${++made + 100} Tahun 2026`,
      about: 'Agen Perubahan',
      decidedOn: '2026-01-05',
      signerName: 'Wiryawan Saputro',
      signerPosition: 'Kepala Pustaka Nusantara',
      fromOn: '2026-01-05',
      untilOn: '2026-12-31',
      amendsId: null,
      scans: [],
      ...but,
    },
    new Date('2026-01-05T02:00:00Z'),
  )
