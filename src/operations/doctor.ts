import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { withClient } from '#db/server.ts'
import type { Environment } from '#environment'
import { hasRoom, S3Refused, spaceOf } from '#files'
import { isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { findFfmpeg } from '#media'
import { openStorages } from '../processes/files.ts'
import { pathsOf } from '../processes/folder.ts'
import { standInAt } from '../processes/stand-in.ts'
import { findOffice } from '../processes/tools.ts'
import { root } from '../root.ts'
import { findRunning } from './installation.ts'
import type { Operation } from './operation.ts'

/** One thing that was looked at; `degraded` works with less, `failed` must be mended. */
type Finding = { name: string; condition: 'ok' | 'degraded' | 'failed'; sentence: string }

const enoughFiles = 1024
const clocksAgreeWithin = 5_000

export const doctor: Operation = {
  summary: 'memeriksa alat, hak, porta, basis data, dan jam mesin ini',
  run: async ({ environment }) => {
    const running = await findRunning(environment).catch(() => undefined)
    const found = [
      node(),
      ...(await dataFolder(environment)),
      ...(await bucket(environment)),
      await port(environment, running !== undefined),
      ...(await database(environment.databaseUrl ?? running)),
      await media(environment),
      await office(environment),
      openFiles(),
    ]
    const lines = found.map(({ name, condition, sentence }) => `${condition.padEnd(8)} ${name}: ${sentence}`)
    return { lines, value: found, isWell: found.every(({ condition }) => condition !== 'failed') }
  },
}

const finding = (name: string, condition: Finding['condition'], sentence: string): Finding => ({
  name,
  condition,
  sentence,
})

function node(): Finding {
  const isNew = Number.parseInt(process.versions.node, 10) >= 24
  return finding(
    'node',
    isNew ? 'ok' : 'failed',
    `versi ${process.version}${isNew ? '' : '; perlu 24 atau lebih baru'}`,
  )
}

async function dataFolder({ data }: Environment): Promise<Finding[]> {
  try {
    await stat(data)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [finding('data', 'ok', `${data} belum ada; dibuat saat pertama dijalankan`)]
    return [finding('data', 'failed', `${data} tidak dapat dibaca`)]
  }
  const space = await spaceOf(data)()
  const isEnough = hasRoom(space)
  const free = `${(space.free / 1e9).toFixed(1).replace('.', ',')} GB bebas${isEnough ? '' : '; unggahan baru ditolak'}`
  return [finding('disk', isEnough ? 'ok' : 'degraded', free), await secretRights(pathsOf(data).secret)]
}

async function secretRights(folder: string): Promise<Finding> {
  const names = await readdir(folder).catch(() => [])
  const open = []
  for (const name of names) {
    const { mode } = await stat(path.join(folder, name))
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) open.push(name)
  }
  if (open.length === 0) return finding('secret', 'ok', 'hanya terbaca pemiliknya')
  return finding('secret', 'failed', `terbaca pengguna lain: ${open.join(', ')}; jalankan chmod 600`)
}

/** An agency that no installation has, for what is put only to see whether it can be. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Whether the bucket takes, gives back and gives up what Rintis puts there. */
async function bucket(environment: Environment): Promise<Finding[]> {
  const store = openStorages(environment, pathsOf(environment.data)).s3?.blobs
  if (!store) return []
  async function* probe() {
    yield Buffer.from('doctor')
  }
  try {
    const { sha256 } = await store.put(nobody, probe())
    const isThere = (await store.sizeOf(nobody, sha256)) !== undefined
    await store.remove(nobody, sha256)
    const use = environment.files === 's3' ? 'dipakai untuk berkas baru' : 'hanya dibaca; berkas baru tetap ke folder'
    const ways = store.addressOf ? 'unduhan langsung dari sana' : 'semua lewat Rintis'
    return [finding('s3', isThere ? 'ok' : 'failed', `${environment.s3?.bucket}: ${use}, ${ways}`)]
  } catch (error) {
    const why = error instanceof S3Refused && error.status > 0 ? `${error.status} ${error.code}` : 'tidak menjawab'
    return [finding('s3', 'failed', `${why}; periksa S3_ENDPOINT, S3_REGION, S3_BUCKET, dan kuncinya`)]
  }
}

async function port({ host, port }: Environment, isRunning: boolean): Promise<Finding> {
  if (isRunning) return finding('port', 'ok', `Rintis sedang berjalan (porta ${port} tidak diperiksa)`)
  const standIn = standInAt(host, port)
  try {
    await standIn.listen()
    await standIn.leave()
    return finding('port', 'ok', `${host}:${port} bebas`)
  } catch (error) {
    if (error instanceof Halt) return finding('port', 'failed', error.sentence)
    throw error
  }
}

async function database(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [finding('database', 'ok', 'PostgreSQL bawaan, sedang tidak berjalan')]
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(
        `select current_setting('server_version') as version, clock_timestamp() as now,
           (select count(*)::int from schema_migration) as applied`,
      )
      const [{ version, now, applied }] = rows as [{ version: string; now: Date; applied: number }]
      const wanted = (await readdir(path.join(root, 'migrations'))).filter((name) => name.endsWith('.sql')).length
      const apart = Math.abs(now.getTime() - Date.now())
      return [
        finding('database', 'ok', `PostgreSQL ${version}`),
        finding('migrations', applied === wanted ? 'ok' : 'failed', `${applied} dari ${wanted} sudah dijalankan`),
        finding('clock', apart <= clocksAgreeWithin ? 'ok' : 'failed', `berbeda ${apart} milidetik dari basis data`),
      ]
    })
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return [finding('database', 'failed', sentence)]
  }
}

async function media({ ffmpegPath }: Environment): Promise<Finding> {
  const version = await findFfmpeg(ffmpegPath)
  if (version) return finding('ffmpeg', 'ok', `versi ${version}`)
  return finding('ffmpeg', 'degraded', 'ffmpeg 5 atau lebih baru tidak ada; film disimpan tetapi belum diolah')
}

async function office({ sofficePath }: Environment): Promise<Finding> {
  const found = await findOffice(sofficePath)
  if ('program' in found) return finding('LibreOffice', 'ok', found.program)
  return finding('LibreOffice', 'degraded', `${found.obstacle}; berkas kantor disimpan tetapi tanpa versi PDF`)
}

function openFiles(): Finding {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: number | string } } }
  const limit = report.userLimits?.open_files?.soft ?? 'unlimited'
  const isEnough = typeof limit === 'string' || limit >= enoughFiles
  return finding(
    'open files',
    isEnough ? 'ok' : 'degraded',
    `batas ${limit}${isEnough ? '' : '; naikkan dengan ulimit -n'}`,
  )
}
