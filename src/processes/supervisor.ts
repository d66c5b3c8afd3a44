import { checkServer, withClient } from '#db/server.ts'
import type { Environment } from '#environment'
import { exitCodes } from '#kit/halt.ts'
import { type Logger, openLog } from '#kit/log.ts'
import { version } from '../root.ts'
import { keepRunning, type Watch } from './child.ts'
import { type DataFolder, isRefusedByDisk, openFolder, unwritable } from './folder.ts'
import { keepSecrets, type Secrets } from './secrets.ts'
import { keepServer } from './server.ts'
import { standInAt } from './stand-in.ts'

/** Progress, for whoever waits before the terminal. stdout carries only the lines that tools read. */
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const answer = (line: string) => process.stdout.write(`${line}\n`)

/** What has been started, to be ended in the opposite order. */
type Started = (() => Promise<void>)[]

/**
 * Runs all of Rintis on this machine until `stopped` is aborted: the data folder, PostgreSQL (unless one is given),
 * migrations, web and worker. Resolves with the exit code when everything has ended.
 */
export async function supervise(
  environment: Environment,
  stopped: AbortSignal,
  options: { demo: boolean },
): Promise<number> {
  const started: Started = []
  try {
    return await run(environment, started, stopped, options)
  } catch (error) {
    // Ctrl-C also ends what we were waiting for.
    if (stopped.aborted) return exitCodes.done
    throw isRefusedByDisk(error) ? unwritable(environment.data, error) : error
  } finally {
    if (started.length > 0) say('Menghentikan Rintis …')
    for (const end of started.reverse()) await end()
  }
}

async function run(
  environment: Environment,
  started: Started,
  stopped: AbortSignal,
  { demo }: { demo: boolean },
): Promise<number> {
  const folder = await openFolder(environment.data, version)
  started.push(folder.release)
  const log = openLog(folder.paths.log, environment.logLevel, 'supervisor')
  const secrets = await keepSecrets(environment, folder.paths.secret, folder.isNew)
  const standIn = standInAt(environment.host, environment.port)
  await standIn.listen()
  started.push(standIn.leave)
  const url = await openServer(environment, folder, started, log)
  if (stopped.aborted) return exitCodes.done
  await bringUp(url, folder)
  const accounts = demo ? await bringDemo(environment, url) : []
  if (stopped.aborted) return exitCodes.done
  const children = startChildren(environment, url, log, standIn)
  started.push(children.web.stop, children.worker.stop)
  const interrupted = new Promise<'stop'>((resolve) => stopped.addEventListener('abort', () => resolve('stop')))
  const hopeless = Promise.race([children.web.hopeless, children.worker.hopeless])
  const outcome = await Promise.race([Promise.all([children.web.ready, children.worker.ready]), hopeless, interrupted])
  if (outcome === 'stop') return exitCodes.done
  if (typeof outcome === 'number') return outcome
  accounts.forEach(answer)
  await greet(environment, url, secrets)
  await interrupted
  return exitCodes.done
}

/** The database's address: of the server that was named, or of our own, which is kept running. */
async function openServer(
  environment: Environment,
  folder: DataFolder,
  started: Started,
  log: Logger,
): Promise<string> {
  if (environment.databaseUrl) {
    say('Menghubungi PostgreSQL …')
    await checkServer(environment.databaseUrl)
    return environment.databaseUrl
  }
  say(folder.isNew ? 'Membuat basis data PostgreSQL …' : 'Menjalankan PostgreSQL …')
  const { url, stop } = await keepServer(environment, folder.paths, log)
  started.push(stop)
  return url
}

/** Migrates, then writes down that the folder is of this version. Here all of Rintis is read, and not before. */
async function bringUp(url: string, folder: DataFolder): Promise<void> {
  const { updateDatabase } = await import('./database.ts')
  const applied = await updateDatabase(url)
  if (applied.length > 0) say(`Basis data dimutakhirkan: ${applied.length} migrasi.`)
  await folder.settle()
}

/** A line for each of the demonstration's accounts; it is filled in where it is not there yet. */
async function bringDemo(environment: Environment, databaseUrl: string): Promise<string[]> {
  say('Menyiapkan program peragaan …')
  const [{ openParts }, { demoLine, keepDemo }] = await Promise.all([import('./parts.ts'), import('./demo.ts')])
  const parts = await openParts({ ...environment, databaseUrl }, 'demo')
  return (await keepDemo(parts).finally(() => parts.close())).map(demoLine)
}

function startChildren(
  environment: Environment,
  url: string,
  log: Logger,
  standIn: ReturnType<typeof standInAt>,
): { web: Watch; worker: Watch } {
  say('Menjalankan web dan pekerja …')
  const { data, port } = environment
  const env = { ...process.env, PORT: String(port), RINTIS_DATA: data, DATABASE_URL: url, DATABASE_URL_FILE: '' }
  const afterDeath = () => standIn.listen().catch((err) => log.error({ err }, 'the stand-in does not get the port'))
  const nothing = async () => undefined
  return {
    web: keepRunning('web', { env, log, beforeListening: standIn.leave, afterDeath }),
    worker: keepRunning('worker', { env, log, beforeListening: nothing, afterDeath: nothing }),
  }
}

/** The lines that whoever started Rintis needs; the address is always the last. */
async function greet(environment: Environment, url: string, { setUpKey }: Secrets): Promise<void> {
  const [{ findFfmpeg }, { findOffice }] = await Promise.all([import('#media'), import('./tools.ts')])
  const ffmpeg = await findFfmpeg(environment.ffmpegPath)
  if (!ffmpeg)
    say('ffmpeg 5 atau lebih baru tidak ditemukan: film disimpan, tetapi belum diolah sampai ffmpeg dipasang.')
  const office = await findOffice(environment.sofficePath)
  if ('obstacle' in office) say(`Berkas kantor disimpan, tetapi tanpa versi PDF: ${office.obstacle}.`)
  const { rowCount } = await withClient(url, (client) => client.query('select from agency limit 1'))
  if (rowCount === 0) answer(`Pasang: ${environment.url}/pasang?kunci=${setUpKey}`)
  answer(`Rintis siap: ${environment.url}`)
}
