import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Derivative } from './derivative-store.ts'
import type { Files } from './files.ts'

const mediaTypes: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.vtt': 'text/vtt; charset=utf-8',
}

/** Keeps all files of the folder as derivatives; when it resolves they survive a loss of power, but no row names them. */
export async function keepDerived(files: Files, agencyId: string, folder: string): Promise<Derivative[]> {
  const made: Derivative[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const mediaType = mediaTypes[path.extname(entry.name)]
    if (!entry.isFile() || !mediaType) continue
    const name = path.relative(folder, file).split(path.sep).join('/')
    made.push({ name, mediaType, ...(await files.derived.putFile(agencyId, file)) })
  }
  return made
}
