import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'

/** An empty folder of the caller's own, with a space and an ü in its path; taken away after the run. */
export const freshFolder = (): string => mkdtempSync(path.join(inject('scratch'), 'rintis ü-'))
