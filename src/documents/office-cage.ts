import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type OfficeLimits = { seconds: number; megabytes: number; largestMegabytes: number }

/** Where one conversion happens: a folder of its own, of which the program is shown `work` alone. */
export const workIn = (folder: string): string => path.join(folder, 'work')

/** What every program of the conversion knows of this machine. */
export const known: Record<string, string> = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  HOME: '/work',
  TMPDIR: '/work',
  LANG: 'C.UTF-8',
  SAL_USE_VCLPLUGIN: 'svp',
}

/** Bounds of each process: memory, the size of a file (in blocks of 512 bytes), and no image of its memory on disk. */
const bounded = 'ulimit -c 0 && ulimit -v "$1" && ulimit -f "$2" && shift 2 && exec "$@"'

/**
 * A cage of namespaces: no network but a loopback that nobody listens on, no other process, and of the disk only the
 * program with its libraries and fonts, which cannot be written, and the folder of this conversion as `/work`. Once it is
 * built no right is left to leave it. So a file that gets the better of the program meets neither data nor keys.
 */
const cage = `set -eu
folder=$1 program=$2
shift 2
root=$folder/root
mount -t tmpfs -o mode=755,size=1m none "$root"
bring() {
  if [ -e "$root$1" ]; then return; fi
  if [ -L "$1" ]; then
    mkdir -p "$root$(dirname "$1")"
    cp -P "$1" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    mount -o remount,bind,ro "$root$1"
  elif [ -e "$1" ]; then
    mkdir -p "$root$(dirname "$1")"
    : > "$root$1"
    mount --bind "$1" "$root$1"
  fi
}
for name in /usr /bin /sbin /lib /lib32 /lib64 /opt /etc/fonts /etc/libreoffice /etc/alternatives /etc/ld.so.cache \\
  /etc/localtime /var/lib/libreoffice /var/cache/fontconfig /dev/null /dev/zero /dev/random /dev/urandom "$program"
do bring "$name"; done
mkdir -p "$root/proc" "$root/work" "$root/tmp"
mount -t proc none "$root/proc"
mount --bind "$folder/work" "$root/work"
exec chroot "$root" setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`

const apart = '--user --map-root-user --mount --net --pid --ipc --uts --fork --kill-child'.split(' ')

/** The command that runs `program` in the cage of this folder. */
const caged = (folder: string, program: string, args: string[]): string[] => [
  ...['unshare', ...apart, 'sh', '-c', cage, 'sh', folder, path.dirname(program)],
  ...['sh', '-c', 'cd /work && exec "$@"', 'sh', program, ...args],
]

/** Whether this machine lets a cage be built: some containers do not. */
export async function canCage(): Promise<boolean> {
  const folder = await makeFolder()
  try {
    const [command = '', ...args] = caged(folder, '/bin/true', [])
    await run(command, args, { env: known, timeout: 10_000 })
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder for one conversion, which nobody else on this machine may enter. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rintis-office-'))
  for (const name of ['root', 'work']) await mkdir(path.join(folder, name))
  return folder
}

type Conversion = { program: string; folder: string; from: string; limits: OfficeLimits }

/** The command that turns `from`, a file in the work of this folder, into a PDF in `out` beside it. */
export function commandOf({ program, folder, from, limits }: Conversion): string[] {
  const { megabytes, largestMegabytes } = limits
  const args = [
    '-env:UserInstallation=file:///work/profile',
    ...['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
    ...['--convert-to', 'pdf', '--outdir', '/work/out', `/work/${from}`],
  ]
  const bounds = [String(megabytes * 1024), String(largestMegabytes * 2048)]
  return ['sh', '-c', bounded, 'sh', ...bounds, ...caged(folder, program, args)]
}

/** Ends what is left of a group of processes; nothing where nothing is. */
export function endGroup(group: number | undefined): void {
  if (group === undefined) return
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
