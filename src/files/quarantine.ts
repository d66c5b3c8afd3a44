import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Scanner } from './clamd.ts'
import type { Quarantine, Upload } from './file.ts'
import { dropWait, releaseCheck, saveChecked, takeCheck } from './quarantine-store.ts'
import { findUpload, holdUpload, removeUpload } from './store.ts'

/** Why a whole upload cannot be claimed: for now, or for good. */
export type Held = { refused: string; waits?: Upload }

const underCheck =
  'Berkas ini sedang diperiksa dari virus. Tunggu sebentar, lalu kirim lagi; tidak perlu diunggah ulang.'
const scannerAway =
  'Pemeriksa virus sedang tidak bekerja, sehingga formulir dengan berkas baru belum dapat dikirim. Berkas ini sudah ' +
  'tersimpan dan diperiksa sendiri begitu pemeriksa kembali; kirim lagi nanti, tidak perlu diunggah ulang.'
const tooLarge =
  'Berkas ini terlalu besar untuk diperiksa dari virus. Admin sudah diberi tahu dan memutuskan apakah berkas ini ' +
  'diterima; sesudah itu kirim lagi.'
const infected = (threat: string | null): string =>
  `Berkas ini terjangkit virus (${threat ?? 'tanpa nama'}) dan tidak diterima. Bersihkan perangkat Anda, lalu unggah berkas yang bersih.`

/**
 * Asks the scanner about an upload that has arrived whole: null once it may be kept, else why it is held. Its bytes
 * stay among the uploads meanwhile, where nothing reads them but this. What was found once is not asked again. Whoever
 * uploads does not wait for all of a long check; a round (`waits`) does, and so begins one after the other.
 */
export async function holdUnlessClean(
  db: Db,
  scanner: Scanner | undefined,
  upload: Upload,
  path: string,
  { waits, now }: { waits: boolean; now: Date },
): Promise<Held | null> {
  const known = heldAs(upload)
  if (known !== undefined) return known
  if (scanner === undefined) {
    // It waited for a scanner that is no longer in the configuration.
    if (upload.quarantine === 'waiting') await dropWait(db, upload.id)
    return null
  }
  if (!(await takeCheck(db, upload.id))) return asItStands(db, upload)
  const check = checkTaken(db, scanner, upload, path, now)
  const outcome = waits ? await check : await within(scanner.patience, check)
  if (outcome === 'late') return { refused: underCheck, waits: upload }
  return outcome === 'away' ? { refused: scannerAway, waits: upload } : asItStands(db, upload)
}

async function within<Outcome>(milliseconds: number, check: Promise<Outcome>): Promise<Outcome | 'late'> {
  const late = new AbortController()
  const outcome = await Promise.race([check, wait(milliseconds, 'late' as const, { ref: false, signal: late.signal })])
  late.abort()
  return outcome
}

/** Undefined where only the scanner can say. */
function heldAs(upload: Upload): Held | null | undefined {
  if (upload.quarantine === 'clean' || upload.quarantine === 'let_in') return null
  if (upload.quarantine === 'infected') return { refused: infected(upload.threat) }
  if (upload.quarantine === 'too_large') return { refused: tooLarge, waits: upload }
  return undefined
}

async function asItStands(db: Db, upload: Upload): Promise<Held | null> {
  const now = await findUpload(db, upload.id)
  if (!now) return { refused: 'Unggahan ini sudah tidak ada. Unggah berkasnya lagi.' }
  const held = heldAs(now)
  return held === undefined ? { refused: underCheck, waits: now } : held
}

/** It may go on after whoever uploaded was answered, so that it never throws: what failed is checked again by the round. */
async function checkTaken(
  db: Db,
  scanner: Scanner,
  upload: Upload,
  path: string,
  now: Date,
): Promise<'checked' | 'away'> {
  try {
    const checked = await scanner.check(createReadStream(path, { highWaterMark: 262_144 }))
    if (checked.found === 'nothing') await end(db, upload, { quarantine: 'clean', threat: null }, now)
    else if (checked.found === 'threat') await end(db, upload, { quarantine: 'infected', threat: checked.threat }, now)
    else await end(db, upload, { quarantine: 'too_large', threat: null }, now)
    return 'checked'
  } catch (error) {
    scanner.failed(error)
    await releaseCheck(db, upload.id).catch(() => undefined)
    return 'away'
  }
}

const events: Partial<Record<Quarantine, string>> = {
  infected: 'agency.upload-infected',
  too_large: 'agency.upload-too-large',
}

const end = (db: Db, upload: Upload, to: { quarantine: Quarantine; threat: string | null }, now: Date) =>
  transact(db, async (tx) => {
    if (!(await saveChecked(tx, upload.id, 'waiting', to))) return
    const event = events[to.quarantine]
    if (event === undefined) return
    const thing = { kind: 'agency' as const, id: db.agencyId }
    const details = { uploadId: upload.id, size: upload.size, threat: to.threat }
    await record(tx, { accountId: upload.accountId, personId: null }, { event, thing, details }, now)
  })

/**
 * Ends the wait of an upload whose bytes are no more: a disk was lost, or somebody took them away. False where it waits
 * no more, and its bytes went as they should.
 */
export const loseUpload = (db: Db, id: string, now: Date): Promise<boolean> =>
  transact(db, async (tx) => {
    const upload = await holdUpload(tx, id)
    if (upload?.quarantine !== 'waiting') return false
    await removeUpload(tx, id)
    const thing = { kind: 'agency' as const, id: db.agencyId }
    const details = { uploadId: id, uploaderId: upload.accountId, size: upload.size }
    await record(tx, 'system', { event: 'agency.upload-lost', thing, details }, now)
    return true
  })
