import { type Db, transact } from '#db'
import { type Files, hasRoom } from '#files'
import { type Decision, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import { type BagRequest, isOpen } from './bag-request.ts'
import { type BagThing, bagPolicy } from './policy.ts'
import type { ChosenThing } from './request-forms.ts'
import { addRequest, countIn, findRequest, findThing, holdRequest, saveCancelled } from './request-store.ts'

/** What a worker is told: which request, and nothing of what it is. */
export type AskedBag = { agencyId: string; requestId: string }

export const bagQueue = 'bag.make'

export const noRoom =
  'Disk server tidak cukup untuk kantong ini. Minta kantong yang lebih kecil, atau hubungi pengelola server.'

/** Asks for a bag; asked twice under one id it is asked once. */
export const askForBag = (
  db: Db,
  actor: Actor,
  space: Files['space'],
  { id, thing: chosen }: { id: string; thing: ChosenThing },
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    const thing = await findThing(tx, chosen)
    authorize(bagPolicy, actor, 'ask', thing)
    const { objects, bytes } = await countIn(tx, thing)
    if (objects === 0) throw conflict('Belum ada dokumentasi di sini untuk dimasukkan ke kantong.')
    if (!hasRoom(await space(), bytes)) throw conflict(noRoom)
    const { scope, projectId, programmeId } = thing
    const { accountId, personId } = actor
    const request = { id, scope, projectId, programmeId, accountId, personId, askedAt: now }
    if (await addRequest(tx, request)) {
      await record(tx, actor, { event: 'bag.requested', thing: aboutOf(thing), details: detailsOf(request) }, now)
      await sendRequest(tx, id)
      return
    }
    if (!(await findRequest(tx, id)))
      throw conflict('Kantong dengan isi ini sudah diminta dan sedang dikerjakan. Tunggu sampai selesai.')
  })

/** Asks a worker to make the bag; asked twice it is made once. */
export function sendRequest(db: Db, requestId: string): Promise<void> {
  const asked: AskedBag = { agencyId: db.agencyId, requestId }
  return db.send(db.query, bagQueue, asked, { key: requestId })
}

/** Nothing more is made of it. */
export const cancelBag = (db: Db, actor: Actor, id: string, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const request = await holdRequest(tx, id)
    authorize(bagPolicy, actor, 'cancel', request)
    if (!isOpen(request)) throw conflict('Kantong ini sudah tidak sedang dibuat.')
    await saveCancelled(tx, id, now)
    await record(tx, actor, { event: 'bag.cancelled', thing: aboutOf(request), details: detailsOf(request) }, now)
  })

/** What the journal says it is about: the project or programme, or the agency itself. */
export const aboutOf = ({ agencyId, scope, projectId, programmeId }: BagThing): Decision['thing'] => ({
  kind: scope,
  id: projectId ?? programmeId ?? agencyId,
})

/** For whom it is made stands in it, so that they are told. */
export const detailsOf = ({ id, projectId, accountId, personId }: Detailed) => ({
  requestId: id,
  accountId,
  personId,
  ...(projectId !== null && { projectId }),
})

type Detailed = Pick<BagRequest, 'id' | 'projectId' | 'accountId' | 'personId'>
