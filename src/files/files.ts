import type { Blobs } from './blobs.ts'
import type { Scanner } from './clamd.ts'
import type { AskSpace } from './room.ts'

/** The file store of this installation, with its limits. */
export type Files = {
  blobs: Blobs
  /** What is made of them and can be made again: in no backup, checked by nobody. */
  derived: Blobs
  /** Where it is made, on the disk of `derived` where that is a folder. */
  workFolder: string
  /** Where uploads lie until they have arrived whole, on a disk of this machine. */
  uploadFolder: string
  space: AskSpace
  /** Bytes that one upload may have. */
  maxUpload: number
  /** Bytes that one agency may fill; undefined where only the disk sets a limit. */
  quota: number | undefined
  /** What looks for viruses in what comes in, where there is one. */
  scanner?: Scanner | undefined
}

declare module 'hono' {
  interface ContextVariableMap {
    files: Files
  }
}
