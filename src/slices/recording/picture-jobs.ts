import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { type Files, keepDerived, listDerivatives, OtherBytes, putAndName, saveDerivatives } from '#files'
import { isDiskFull, type Media, pictureArgs, type Running, runTool, ToolFailure } from '#media'
import { recordPreservation } from '#preservation'
import { madeNames } from './picture-set.ts'
import { listPictures, type Picture } from './picture-store.ts'
import { endStep } from './processing-store.ts'
import { software } from './software.ts'
import type { Bench, Work } from './steps-jobs.ts'
import { holdRecordingById } from './store.ts'

/** The longer side of a picture, in points: in the grid, where it is looked at, and on cards elsewhere. */
const sides = { small: 480, large: 1600, cover: 1280 }

/**
 * Makes of a recording's pictures what pages show, where it is not there yet: a camera's picture is too heavy for a
 * telephone's line. What is made says nothing of where and with what the picture was taken. One that cannot be read, or
 * is not there, keeps none of the others waiting; its name is said. The first that can be read is the cover.
 */
export async function makePictures(work: Work, bench: Omit<Bench, 'film'>): Promise<void> {
  const { db, row, step, run, tools, now } = work
  const pictures = await listPictures(db, row.id)
  const there = new Set((await listDerivatives(db, [row.id])).map(({ name }) => name))
  const left: Left = { unreadable: [], missing: [] }
  await mkdir(path.join(bench.running.folder, 'gambar'))
  let hasCover = false
  for (const [at, picture] of pictures.entries()) {
    bench.tell(at / pictures.length)
    if (hasCover && there.has(madeNames(picture.fileId).small)) continue
    const went = await makeOne({ files: tools.files, agencyId: db.agencyId, ...bench }, picture, !hasCover)
    if (went === 'made') hasCover = true
    else left[went].push(picture.name)
  }
  const reason = reasonOf(left)
  const file = pictures[0] && { id: pictures[0].fileId, part: pictures[0].part }
  const put = () => keepDerived(tools.files, db.agencyId, bench.running.folder)
  await putAndName(db, tools.files.derived, put, async (tx, made) => {
    await holdRecordingById(tx, row.id)
    const end = reason === '' ? ({ state: 'done' } as const) : ({ state: 'failed', reason } as const)
    if (!(await endStep(tx, row.id, step, run, end))) return
    const names = made.map(({ name }) => name)
    await saveDerivatives(tx, row.id, made, names)
    if (made.length === 0) return
    const figures = { program: 'ffmpeg', files: made.length }
    const happened = { recordingId: row.id, file, software, kind: 'creation', detail: 'pictures', figures } as const
    await recordPreservation(tx, 'system', happened, now)
  })
}

/** The names of pictures of which nothing was made. */
type Left = Record<'unreadable' | 'missing', string[]>

function reasonOf({ unreadable, missing }: Left): string {
  const sentences: string[] = []
  if (unreadable.length > 0)
    sentences.push(
      `Tidak dapat dibaca di sini: ${unreadable.join(', ')}. Berkas aslinya tetap disimpan; simpan ulang sebagai JPEG atau PNG agar tampil.`,
    )
  if (missing.length > 0)
    sentences.push(
      `Hilang atau rusak di tempat simpan: ${missing.join(', ')}. Hubungi pengelola server; berkasnya mungkin ada di cadangan.`,
    )
  return sentences.join(' ')
}

type Making = { files: Files; agencyId: string; media: Media; running: Running }

/** Leaves what is made of one picture in the folder, or says why there is nothing. */
async function makeOne(
  { files, agencyId, media, running }: Making,
  { fileId, sha256 }: Picture,
  isCover: boolean,
): Promise<'made' | keyof Left> {
  const drawn = path.join(running.folder, 'drawn.png')
  try {
    await files.blobs.withLocalCopy(agencyId, sha256, (picture) =>
      runTool(media.ffmpeg, pictureArgs(picture, sides.large, drawn), running),
    )
    const { small, large } = madeNames(fileId)
    await keepSmaller(running.folder, drawn, large, sides.large)
    await keepSmaller(running.folder, drawn, small, sides.small)
    if (isCover) await keepSmaller(running.folder, drawn, 'poster.webp', sides.cover)
    return 'made'
  } catch (error) {
    if (isDiskFull(error)) throw error
    if (error instanceof OtherBytes || (await files.blobs.sizeOf(agencyId, sha256)) === undefined) return 'missing'
    if (error instanceof ToolFailure && (error.failure === 'refused' || error.failure === 'late')) return 'unreadable'
    throw error
  } finally {
    await rm(drawn, { force: true })
  }
}

/** What ffmpeg drew is ours: it may be read here. */
const keepSmaller = (folder: string, drawn: string, name: string, side: number) =>
  sharp(drawn)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toFile(path.join(folder, name))
