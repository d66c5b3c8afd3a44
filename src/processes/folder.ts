import { access, constants, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { absent, isCode, writeWhole } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { takeLock } from './lock.ts'

const rooms = ['secret', 'postgres', 'files', 'uploads', 'derived', 'outbox', 'backup', 'log'] as const
type Room = (typeof rooms)[number]

/** Where everything lies in the data folder. */
export type Paths = Record<Room | 'VERSION' | 'lock', string>

export const pathsOf = (data: string): Paths =>
  Object.fromEntries([...rooms, 'VERSION', 'lock'].map((name) => [name, path.join(data, name)])) as Paths

export type DataFolder = {
  paths: Paths
  /** Whether nothing was kept in it before. */
  isNew: boolean
  /** Writes this version down; called when all that it needs has been made. */
  settle(): Promise<void>
  /** Lets another process have it. */
  release(): Promise<void>
}

/**
 * Opens the data folder for this process alone, making what is missing. Throws `Halt` for one that is not writable,
 * in use, of a newer version, or whose beginning is lost.
 */
export async function openFolder(data: string, version: string): Promise<DataFolder> {
  const paths = pathsOf(data)
  await makeRoom(data)
  await refuseStrangers(data)
  const release = await takeLock(paths.lock).catch((error) => {
    throw error instanceof Halt ? error : unwritable(data, error)
  })
  try {
    const kept = await keptVersion(paths, version)
    for (const room of rooms) await makeRoom(paths[room])
    return { paths, isNew: kept === undefined, settle: () => writeWhole(paths.VERSION, `${version}\n`), release }
  } catch (error) {
    await release()
    throw error
  }
}

async function makeRoom(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** Whether it is the disk that refused: full, read-only, or without the right. */
export const isRefusedByDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'].some((code) => isCode(error, code))

/** In words, why nothing can be kept in the folder. */
export function unwritable(folder: string, error: unknown): Halt {
  const isFile = isCode(error, 'EEXIST') || isCode(error, 'ENOTDIR')
  const why = isFile
    ? 'bukan folder'
    : isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT')
      ? 'penuh'
      : 'tidak dapat ditulisi'
  return new Halt('folder', `Folder data ${folder} ${why}: perbaiki hak atau isinya, atau pilih RINTIS_DATA yang lain.`)
}

/** A folder with somebody else's files in it was named by mistake. */
async function refuseStrangers(data: string): Promise<void> {
  const names = await readdir(data)
  const ours = (name: string) => name.startsWith('lock') || name.startsWith('VERSION') || rooms.includes(name as Room)
  if (names.includes('VERSION') || names.every((name) => ours(name) || name.startsWith('.') || name === 'lost+found'))
    return
  throw new Halt('folder', `${data} berisi berkas lain dan bukan folder data Rintis: pilih RINTIS_DATA yang lain.`)
}

/** The version that wrote the folder; undefined where none has finished doing so. */
async function keptVersion(paths: Paths, version: string): Promise<string | undefined> {
  const kept = (await readFile(paths.VERSION, 'utf8').catch(absent))?.trim()
  if (kept && /^\d+(\.\d+)*$/.test(kept)) {
    if (isNewer(kept, version))
      throw new Halt(
        'folder',
        `Folder data ditulis Rintis ${kept}, lebih baru daripada ${version} ini: mutakhirkan Rintis.`,
      )
    return kept
  }
  const cluster = await readFile(path.join(paths.postgres, 'data', 'PG_VERSION')).catch(absent)
  const files = await readdir(paths.files).catch(() => [])
  if (cluster && (kept !== undefined || files.length > 0))
    throw new Halt('folder', `Folder data tidak utuh: ${paths.VERSION} hilang atau rusak; pulihkan dari cadangan.`)
  return undefined
}

function isNewer(a: string, b: string): boolean {
  const [ours, theirs] = [b, a].map((text) => text.split('.').map(Number))
  const place = theirs?.findIndex((part, at) => part !== (ours?.[at] ?? 0)) ?? -1
  return place >= 0 && (theirs?.[place] ?? 0) > (ours?.[place] ?? 0)
}
