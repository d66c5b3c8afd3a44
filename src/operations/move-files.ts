import type { Environment } from '#environment'
import { type Moved, moveBlobs, S3Refused } from '#files'
import { Halt } from '#kit/halt.ts'
import { recordPlaced } from '#preservation'
import { sizeInWords } from '#web/file-size.ts'
import { untilStopped } from '../processes/end.ts'
import { openStorages } from '../processes/files.ts'
import type { Parts } from '../processes/parts.ts'
import { withParts } from './installation.ts'
import { type Call, demanded, type Operation } from './operation.ts'

type Name = Environment['files']

/** Milliseconds between two lines about how far it has come. */
const progressEvery = 5_000

export const move: Operation = {
  summary: 'memindahkan isi berkas antara folder dan S3, selagi Rintis berjalan; dapat diulang',
  usage: '--from local|s3 --to local|s3 [--delete]',
  options: { from: { type: 'string' }, to: { type: 'string' }, delete: { type: 'boolean' } },
  run: (call) => {
    const way = { from: nameIn(call, 'from'), to: nameIn(call, 'to'), isDeleted: call.values.delete === true }
    refuseUnfit(call.environment, way)
    return withParts(call.environment, async (parts) => {
      const stopped = untilStopped()
      const all = await moveAll(parts, way, stopped).catch((error) => {
        throw error instanceof S3Refused ? new Halt('configuration', refusedByS3(error)) : error
      })
      const { total, done, put, bytes, removed, spoilt } = all
      const lines = spoilt.map(
        ({ agencyId, sha256 }) => `${agencyId}/${sha256}: isinya bukan lagi isi semula, tetap di ${way.from}`,
      )
      lines.push(
        `${done} dari ${total} isi berkas (${sizeInWords(bytes)}) ada di ${way.to}: ${put} baru disalin, ` +
          `${removed} dihapus dari ${way.from}, ${spoilt.length} rusak.`,
      )
      if (done < total) lines.push('Dihentikan sebelum selesai: jalankan lagi untuk melanjutkan.')
      return { lines, value: all, isWell: spoilt.length === 0 }
    })
  },
}

function nameIn(call: Call, option: string): Name {
  const name = demanded(call, option)
  if (name === 'local' || name === 's3') return name
  throw new Halt('usage', `--${option} harus local atau s3.`)
}

/** A source is emptied only towards the storage that Rintis puts new files into, and so surely reads. */
function refuseUnfit(
  { files, s3 }: Environment,
  { from, to, isDeleted }: { from: Name; to: Name; isDeleted: boolean },
) {
  if (from === to) throw new Halt('usage', '--from dan --to harus berbeda.')
  if (!s3)
    throw new Halt(
      'configuration',
      'S3_BUCKET, S3_ACCESS_KEY_ID, dan S3_SECRET_ACCESS_KEY harus diisi untuk memindahkan.',
    )
  if (isDeleted && files !== to)
    throw new Halt(
      'configuration',
      `--delete hanya bila RINTIS_FILES=${to}: isi dahulu, mulai ulang Rintis, lalu ulangi perintah ini.`,
    )
}

const refusedByS3 = ({ code, status }: S3Refused) =>
  `S3 ${status === 0 ? 'tidak menjawab' : `menolak (${status} ${code})`}: periksa S3_ENDPOINT, S3_REGION, S3_BUCKET, dan kuncinya, lalu jalankan lagi untuk melanjutkan.`

type Way = { from: Name; to: Name; isDeleted: boolean }

async function moveAll(parts: Parts, { from, to, isDeleted }: Way, stopped: AbortSignal): Promise<Moved> {
  const storages = openStorages(parts.environment, parts.paths)
  const [source, target] = [storages[from], storages[to]]
  if (!source || !target) throw new Error('A storage that is not there was to be moved')
  const { database, environment } = parts
  const told = { storage: to, left: isDeleted ? from : undefined }
  const progress = reporter()
  const originals = await moveBlobs({
    ...{ from: source.blobs, to: target.blobs, isDeleted, stopped, progress },
    placed: (agencyId, sha256) => recordPlaced(database, agencyId, [sha256], told, environment.now()),
  })
  const derived = await moveBlobs({
    ...{ from: source.derived, to: target.derived, isDeleted, stopped, progress },
    placed: async () => undefined,
  })
  return sumOf(originals, derived)
}

const sumOf = (one: Moved, other: Moved): Moved => ({
  total: one.total + other.total,
  totalBytes: one.totalBytes + other.totalBytes,
  done: one.done + other.done,
  bytes: one.bytes + other.bytes,
  put: one.put + other.put,
  removed: one.removed + other.removed,
  spoilt: [...one.spoilt, ...other.spoilt],
})

function reporter(): (moved: Moved) => void {
  let last = performance.now()
  return ({ done, total, bytes, totalBytes }) => {
    if (performance.now() - last < progressEvery) return
    last = performance.now()
    process.stderr.write(`${done} dari ${total} isi berkas, ${sizeInWords(bytes)} dari ${sizeInWords(totalBytes)} …\n`)
  }
}
