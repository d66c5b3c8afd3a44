import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of package.json, whether we run from src/ or from dist/: migrations/ and dist/ lie in it. */
export const root = climb(import.meta.dirname)

/** This version of Rintis. */
export const version: string = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version

function climb(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : climb(path.dirname(folder))
}
