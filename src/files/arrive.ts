import { randomUUIDv7 } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { absent, makeFolder } from '#kit/disk.ts'
import { sizeInWords } from '#web/file-size.ts'
import type { Blob, Source } from './blobs.ts'
import { cleanName, isSettled, type SettledUpload, type Upload } from './file.ts'
import type { Files } from './files.ts'
import { judge, type Verdict } from './judge.ts'
import { look } from './look.ts'
import { putAndName } from './put-and-name.ts'
import { holdUnlessClean, loseUpload } from './quarantine.ts'
import { hasRoom, noRoom } from './room.ts'
import { addUpload, countBytes, findUpload, removeUpload, saveContent } from './store.ts'

/**
 * How it went: an upload that may be claimed, or the sentence with which the file is refused. One that could not be
 * looked into for now `waits`: it is kept, and looked into again by whoever claims it.
 */
export type Arrival = { upload: SettledUpload } | { refused: string; waits?: Upload }

const notWhole = 'Berkas ini belum selesai diunggah. Lanjutkan unggahannya, lalu kirim lagi.'
const gone = 'Unggahan ini sudah tidak ada. Unggah berkasnya lagi.'
const lost = 'Berkas ini hilang dari server sebelum selesai diperiksa dari virus. Unggah berkasnya lagi.'
const notYet =
  'Berkas ini sudah terunggah, tetapi isinya belum dapat diperiksa. Kirim lagi sebentar lagi; bila tetap begitu, ' +
  'berkasnya mungkin rusak: buka dan simpan ulang, lalu unggah lagi.'

/** Where the bytes of an upload lie until it is settled. */
export const uploadPath = (files: Files, id: string): string => path.join(files.uploadFolder, id)

export const makeUploadFolder = ({ uploadFolder }: Files): Promise<void> => makeFolder(uploadFolder)

/** Whether a file of this size may come in at all: the sentence that refuses it, or null. */
export async function refuseSize(db: Db, files: Files, size: number): Promise<string | null> {
  if (size > files.maxUpload)
    return `Berkas ini lebih dari ${sizeInWords(files.maxUpload)}, batas di sini. Kecilkan, lalu unggah lagi.`
  if (!hasRoom(await files.space(), size)) return noRoom
  if (files.quota !== undefined && (await countBytes(db)) + size > files.quota)
    return `Ruang untuk instansi Anda, ${sizeInWords(files.quota)}, tidak cukup untuk berkas ini. Hubungi admin.`
  return null
}

type Sent = { actor: Pick<Actor, 'accountId'>; name: string; size: number; source: Source }

/** Takes a file that came at once, with a form, and looks into it. */
export async function receiveFile(db: Db, files: Files, sent: Sent, now: Date): Promise<Arrival> {
  const refused = await refuseSize(db, files, sent.size)
  if (refused !== null) return { refused }
  if (sent.size === 0) return { refused: 'Berkas ini kosong. Pilih berkas yang berisi.' }
  const upload = {
    agencyId: db.agencyId,
    id: randomUUIDv7(),
    accountId: sent.actor.accountId,
    name: cleanName(sent.name),
    size: sent.size,
    sha256: null,
    mediaType: null,
    createdAt: now,
    quarantine: null,
    threat: null,
  }
  await makeUploadFolder(files)
  await addUpload(db, upload)
  await pipeline(sent.source, createWriteStream(uploadPath(files, upload.id), { mode: 0o600 }))
  return settleUpload(db, files, upload, now)
}

/**
 * Looks into an upload that has arrived whole and keeps its content. Twice is once: after a crash between the last
 * part and this, whoever claims the upload settles it. A file that is refused is gone, but for one with a virus in it:
 * that stays in quarantine.
 */
export async function settleUpload(
  db: Db,
  files: Files,
  upload: Upload,
  now: Date,
  { waits = false }: { waits?: boolean } = {},
): Promise<Arrival> {
  if (isSettled(upload)) return { upload }
  const file = uploadPath(files, upload.id)
  const found = await stat(file).catch(absent)
  if (found?.size !== upload.size && (await isLost(db, files, upload, now))) return { refused: lost }
  if (!found) return settledMeanwhile(db, files, upload.id)
  if (found.size !== upload.size) return { refused: notWhole }
  const seen = await look(file)
  // It may be the machine that had no time for it, or another one that settled it and took the bytes away.
  if (!seen) return settledMeanwhile(db, files, upload.id)
  const verdict: Verdict = judge(upload.name, seen)
  if ('refused' in verdict) {
    await giveUpUpload(db, files, upload.id)
    return verdict
  }
  const held = await holdUnlessClean(db, files.scanner, upload, file, { waits, now })
  if (held !== null) return held
  const { mediaType } = verdict.kind
  const sha256 = await keepContent(db, files, upload.id, mediaType)
  if (sha256 === undefined) return settledMeanwhile(db, files, upload.id)
  await removeParts(files, upload.id)
  return { upload: { ...upload, sha256, mediaType } }
}

/** Whether an upload that was whole, and waits for the scanner, is whole no more; not while the disk itself is away. */
async function isLost(db: Db, files: Files, { id, quarantine }: Upload, now: Date): Promise<boolean> {
  if (quarantine !== 'waiting' || !(await stat(files.uploadFolder).catch(absent))) return false
  if (!(await loseUpload(db, id, now))) return false
  await removeParts(files, id)
  return true
}

/** Undefined when the upload was given up or settled meanwhile. */
const keepContent = (db: Db, files: Files, id: string, mediaType: string): Promise<string | undefined> =>
  putAndName(
    db,
    files.blobs,
    async () => [await files.blobs.putFile(db.agencyId, uploadPath(files, id))] as [Blob],
    async (tx, [blob]) => ((await saveContent(tx, id, blob, mediaType)) ? blob.sha256 : undefined),
  ).catch(absent)

/** What became of an upload that another request may have settled or given up. */
async function settledMeanwhile(db: Db, files: Files, id: string): Promise<Arrival> {
  const upload = await findUpload(db, id)
  if (!upload) return { refused: gone }
  if (isSettled(upload)) return { upload }
  return (await stat(uploadPath(files, id)).catch(absent)) ? { refused: notYet, waits: upload } : { refused: gone }
}

/** Forgets an upload and its bytes; nothing else names them yet. */
export async function giveUpUpload(db: Db, files: Files, id: string): Promise<void> {
  await removeUpload(db, id)
  await removeParts(files, id)
}

/** Takes away what the way in left: the bytes under their first name, and what tus noted of them. */
export async function removeParts(files: Files, id: string): Promise<void> {
  await rm(uploadPath(files, id), { force: true })
  await rm(`${uploadPath(files, id)}.json`, { force: true })
}
