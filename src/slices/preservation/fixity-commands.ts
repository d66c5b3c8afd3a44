import { type Database, forAgency, transact } from '#db'
import { flawOf, mend, type Storage } from '#files'
import { isRecorded, record } from '#journal'
import { type FixityRound, isDue } from './fixity.ts'
import {
  beginRound,
  type Checked,
  type Content,
  findLastRound,
  findOpenRound,
  isChecked,
  isNamed,
  listContents,
  listRecordingFiles,
  removeChecks,
  saveChecks,
  saveRound,
} from './fixity-store.ts'
import { findPlaces, recordPreservation } from './store.ts'

export type FixityTools = {
  storage: Storage
  /** Called after each piece of work; rests, so that the site is not starved. */
  rest: () => Promise<void>
  clock: () => Date
}

/** Contents after which it is written down how far the round has come: a worker that dies loses no more than these. */
const atOnce = 100

/**
 * Begins a round when it is time, or goes on with the one that is under way, until `until`. Contents are read part by
 * part where they lie, and no second copy of them is made. Of two workers that are at it at once one goes on.
 */
export async function checkOn(database: Database, tools: FixityTools, until: Date): Promise<FixityRound | undefined> {
  const { storage, clock } = tools
  const open = await findOpenRound(database, storage.name)
  if (!open && !isDue(await findLastRound(database, storage.name), clock())) return undefined
  let round = open ?? (await beginRound(database, storage.name, clock()))
  while (round && round.endedAt === null && clock() < until) {
    const contents = await listContents(database, round, atOnce)
    const checks: Checked[] = []
    const elsewhere: Content[] = []
    let last: Content | undefined
    for (const content of contents) {
      const found = await check(database, content, tools)
      if (found === 'elsewhere') elsewhere.push(content)
      else if (found) checks.push(found)
      last = content
      if (clock() >= until) break
    }
    round = await keep(database, round, { checks, elsewhere, last, isEnd: contents.length === 0 }, clock())
  }
  return round
}

/** Undefined where the content is no file's any more; `elsewhere` where it lies in another storage as it should. */
async function check(
  database: Database,
  content: Content,
  { storage, rest }: FixityTools,
): Promise<Checked | 'elsewhere' | undefined> {
  const { agencyId, sha256 } = content
  const flaw = await flawOf(storage, content, {
    rest,
    wasHere: () => isChecked(forAgency(database, agencyId), storage.name, sha256),
  })
  await rest()
  if (flaw === 'elsewhere') return flaw
  if (flaw !== null && !(await isNamed(database, content))) return undefined
  const isMended = flaw !== null && (await mend(storage.blobs, agencyId, sha256, storage.findCopy))
  return { ...content, flaw, isMended }
}

type Read = {
  checks: Checked[]
  /** What lies in another storage: nothing is said of it here. */
  elsewhere: Content[]
  /** The last content that was read, whatever became of it; undefined where there was none. */
  last: Content | undefined
  isEnd: boolean
}

/**
 * Writes what was found and where the round stands, in one transaction: neither is there without the other. Undefined
 * where another worker has gone on with the round, and what was found is said by that one.
 */
const keep = (
  database: Database,
  round: FixityRound,
  { checks, elsewhere, last, isEnd }: Read,
  now: Date,
): Promise<FixityRound | undefined> =>
  transact(forAgency(database, ''), async (tx) => {
    const next = {
      ...round,
      cursorAgency: last?.agencyId ?? round.cursorAgency,
      cursorSha256: last?.sha256 ?? round.cursorSha256,
      checked: round.checked + checks.length,
      bytes: round.bytes + checks.reduce((sum, { size }) => sum + size, 0),
      spoilt: round.spoilt + checks.filter(({ flaw }) => flaw !== null).length,
      mended: round.mended + checks.filter(({ isMended }) => isMended).length,
      endedAt: isEnd ? now : null,
    }
    if (!(await saveRound(tx, round, next))) return undefined
    for (const [agencyId, own] of Map.groupBy(checks, (one) => one.agencyId))
      await tell({ ...tx, agencyId }, round, own, now)
    for (const [agencyId, own] of Map.groupBy(elsewhere, (one) => one.agencyId))
      await removeChecks({ ...tx, agencyId }, round.storage, hashesOf(own))
    return next
  })

const hashesOf = (contents: readonly Content[]) => contents.map(({ sha256 }) => sha256)

/**
 * Writes down that these contents now lie in the storage too, for each file of a recording of which that was not the
 * last that was said: a move that is begun again says nothing twice. What `left` another storage is checked there no
 * more, and nothing that was wrong with it there stays to be told.
 */
export const recordPlaced = (
  database: Database,
  agencyId: string,
  hashes: readonly string[],
  { storage, left }: { storage: string; left?: string | undefined },
  now: Date,
): Promise<void> =>
  transact(forAgency(database, agencyId), async (tx) => {
    const files = await listRecordingFiles(tx, hashes)
    const said = await findPlaces(
      tx,
      files.map(({ id }) => id),
    )
    const happened = files
      .filter(({ id }) => said.get(id) !== storage)
      .map(({ recordingId, id, part }) => ({
        ...{ recordingId, file: { id, part } },
        ...{ kind: 'replication' as const, detail: 'to-storage', figures: { storage } },
      }))
    await recordPreservation(tx, 'system', happened, now)
    if (left !== undefined) await removeChecks(tx, left, hashes)
  })

/** What of it is an event: the first success, each flaw, each repair; and the alarm, once a round in each agency. */
async function tell(tx: Parameters<typeof saveChecks>[0], { id, storage }: FixityRound, checks: Checked[], now: Date) {
  const first = await saveChecks(tx, storage, checks, now)
  const told = checks.filter(({ sha256, flaw }) => flaw !== null || first.has(sha256))
  const bySha256 = new Map(told.map((one) => [one.sha256, one]))
  if (told.length === 0) return
  const happened = (await listRecordingFiles(tx, [...bySha256.keys()])).flatMap(({ recordingId, id, part, sha256 }) => {
    const { flaw = null, isMended = false } = bySha256.get(sha256) ?? {}
    const event = { recordingId, file: { id, part }, kind: 'fixity check' as const, figures: { storage } }
    if (flaw === null) return [{ ...event, detail: 'first' }]
    const failed = { ...event, outcome: 'failure' as const, detail: flaw }
    return isMended ? [failed, { ...event, detail: 'mended' }] : [failed]
  })
  await recordPreservation(tx, 'system', happened, now)
  if (!told.some(({ flaw }) => flaw !== null)) return
  const alarm = {
    event: 'agency.files-spoilt',
    thing: { kind: 'agency' as const, id: tx.agencyId },
    details: { roundId: id },
  }
  if (!(await isRecorded(tx, alarm))) await record(tx, 'system', alarm, now)
}
