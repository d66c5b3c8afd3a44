import path from 'node:path'
import type { Environment } from '#environment'
import { type Files, openClamd, openLocalFolder, spaceOf } from '#files'
import { Halt } from '#kit/halt.ts'
import type { Paths } from './folder.ts'

/** The file store that was asked for. Throws `Halt`. */
export function openFiles({ files, data, maxUpload, quota, clamdUrl }: Environment, paths: Paths): Files {
  if (files !== 'local') throw new Halt('configuration', 'RINTIS_FILES=s3 belum didukung versi ini: hapus isiannya.')
  return {
    blobs: openLocalFolder(paths.files),
    derived: openLocalFolder(paths.derived),
    workFolder: path.join(paths.derived, '.work'),
    uploadFolder: paths.uploads,
    space: spaceOf(data),
    maxUpload,
    quota,
    scanner: clamdUrl === undefined ? undefined : openClamd(clamdUrl),
  }
}
