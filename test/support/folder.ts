import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** An empty folder of this test file's own, with a space and an ü in its path; taken away after its last test. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rintis ü-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
