// Read anew for each test file. What its tests import is read once for all files of a process.
import { afterAll } from 'vitest'
import { endFile } from './after-file.ts'

afterAll(endFile)
