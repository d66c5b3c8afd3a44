import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx } from '#db'
import { nameInFull } from '#people'

/** Versi terdahulu: an original that another took the place of, or a picture that was taken out of its set, and why. */
export type EarlierVersion = {
  number: number
  fileId: string
  name: string
  size: number
  sha256: string
  reason: string
  replacedAt: Date
  /** It was a picture of a set, and nothing took its place. */
  isTakenOut: boolean
  /** Who put another in its place; null where the account was no person. */
  by: string | null
}

/** The earlier originals of a recording, the latest first. */
export async function listEarlier(db: Db, recordingId: string): Promise<EarlierVersion[]> {
  const rows = await select(db, 'recordingVersion')
    .innerJoin('file', on('file.id', 'recordingVersion.fileId'))
    .leftJoin('person', on('person.id', 'recordingVersion.personId'))
    .select(['recordingVersion.number', 'recordingVersion.fileId', 'recordingVersion.reason'])
    .select('recordingVersion.isTakenOut')
    .select(['recordingVersion.replacedAt', 'file.name', 'file.size', 'file.sha256'])
    .select(['person.titlesBefore', 'person.name as personName', 'person.titlesAfter'])
    .where('recordingVersion.recordingId', '=', recordingId)
    .orderBy('recordingVersion.number', 'desc')
    .execute()
  return rows.map(({ titlesBefore, personName, titlesAfter, ...row }) => ({
    ...row,
    by:
      personName === null
        ? null
        : nameInFull({ titlesBefore: titlesBefore ?? '', name: personName, titlesAfter: titlesAfter ?? '' }),
  }))
}

/** Whether pictures were added since everybody saw the recording last; of what nobody saw yet there are none. */
export async function hasGrownUnseen(db: Db, recordingId: string): Promise<boolean> {
  const ofIt = select(db, 'journal').where('thingId', '=', recordingId)
  const row = await ofIt
    .select('id')
    .where('event', '=', 'recording.pictures-added')
    .where(
      'sequence',
      '>',
      ofIt
        .select((eb) => eb.fn.max('sequence').as('last'))
        .where('event', '=', 'recording.access-changed')
        .where(sql<boolean>`details ->> 'from' = 'public'`),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type NewEarlier = { recordingId: string; fileId: string; reason: string; replacedAt: Date } & {
  accountId: string
  personId: string | null
  isTakenOut?: boolean
}

/** Keeps an original as an earlier one; its recording is held meanwhile, so that no two get one number. */
export async function addEarlier(tx: Tx, earlier: NewEarlier): Promise<number> {
  const last = await select(tx, 'recordingVersion')
    .select('number')
    .where('recordingId', '=', earlier.recordingId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await insert(tx, 'recordingVersion', { ...earlier, number }).execute()
  return number
}
