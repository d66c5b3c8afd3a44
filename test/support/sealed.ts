import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes the manifests of a bag anew, so that only what they say can be wrong. */
export function seal(folder: string, tell: (lines: string[]) => string[] = (lines) => lines): void {
  rmSync(path.join(folder, 'tagmanifest-sha256.txt'))
  rmSync(path.join(folder, 'tagmanifest-sha512.txt'))
  rmSync(path.join(folder, 'bag-info.txt'))
  for (const algorithm of ['sha256', 'sha512']) {
    const payload = readdirSync(path.join(folder, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
    const lines = payload.map(
      (one) => `${createHash(algorithm).update(readFileSync(one)).digest('hex')}  ${path.relative(folder, one)}`,
    )
    writeFileSync(
      path.join(folder, `manifest-${algorithm}.txt`),
      tell(lines)
        .map((line) => `${line}\n`)
        .join(''),
    )
  }
}
