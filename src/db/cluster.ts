import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { absent, keepOnce, syncFolder } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { commandOf, type Runner } from './native.ts'

const run = promisify(execFile)
const version = '18'

/** The server's own words are in English and its sorting is byte order, whatever the machine's locale is. */
export const serverEnvironment = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }

/** The owner's password, made once. */
export const keepPassword = (secretFolder: string): Promise<string> =>
  keepOnce(path.join(secretFolder, 'database-password'), () => randomBytes(24).toString('base64url'))

/** Makes `folder/data` by initdb, unless it is there. It appears whole or not at all. */
export async function makeCluster(runner: Runner, folder: string, password: string): Promise<void> {
  if (await isCluster(path.join(folder, 'data'))) return
  const unfinished = path.join(folder, 'data.new')
  await rm(unfinished, { recursive: true, force: true })
  const passwordFile = path.join(folder, 'password.new')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (runner.account) await chown(passwordFile, runner.account.uid, runner.account.gid)
  const [program, args] = commandOf(runner, 'initdb', [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    '--username=rintis',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ])
  try {
    await run(program, args, { env: serverEnvironment, cwd: folder, ...runner.account })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new Halt('folder', `PostgreSQL tidak dapat membuat folder data di ${folder}: ${lastLine(said)}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, path.join(folder, 'data'))
  await syncFolder(folder)
}

/** Whether the folder is a whole cluster; one that is half made and empty of data is taken away. */
async function isCluster(data: string): Promise<boolean> {
  const made = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(absent)
  const control = await stat(path.join(data, 'global', 'pg_control')).catch(absent)
  if (made && control) {
    if (made.trim() === version) return true
    throw new Halt('folder', `${data} dibuat oleh PostgreSQL ${made.trim()}, bukan ${version}: pakai cadangan data.`)
  }
  const databases = await readdir(path.join(data, 'base')).catch(() => [])
  if (databases.length > 0)
    throw new Halt(
      'folder',
      `${data} tidak utuh tetapi berisi data: pulihkan dari cadangan, atau pindahkan folder itu.`,
    )
  await rm(data, { recursive: true, force: true })
  return false
}

/** The last line that says something. */
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim() ?? ''
