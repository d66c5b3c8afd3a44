import path from 'node:path'
import type { Environment } from '#environment'
import {
  type Blobs,
  type Files,
  joinBlobs,
  openClamd,
  openLocalFolder,
  openS3Bucket,
  type Storage,
  spaceOf,
  storagesOf,
} from '#files'
import type { Logger } from '#kit/log.ts'
import { copiesIn } from '../backup/index.ts'
import type { Paths } from './folder.ts'

/** The two stores of one storage: what was given, and what was made of it. */
export type Stores = Pick<Files, 'blobs' | 'derived'>

/** The storages of this installation by their names; a bucket only where one is named. */
export function openStorages({ s3 }: Pick<Environment, 's3'>, paths: Paths): { local: Stores; s3?: Stores } {
  const local = { blobs: openLocalFolder(paths.files), derived: openLocalFolder(paths.derived) }
  if (!s3) return { local }
  // On its way a file lies where its folder would have it: a killed process leaves it where it is looked for.
  const bucket = (prefix: string, folder: string) =>
    openS3Bucket(s3, { prefix, spoolFolder: path.join(folder, '.incoming') })
  return { local, s3: { blobs: bucket('files', paths.files), derived: bucket('derived', paths.derived) } }
}

/** The second copy that somebody else fills; undefined where there is none. */
const openMirror = ({ filesMirror }: Pick<Environment, 'filesMirror'>): Blobs | undefined =>
  filesMirror === undefined ? undefined : openLocalFolder(filesMirror)

/** The storages that are read once a week, each by itself, with the copies by which it is mended. */
export function openChecked(environment: Environment, paths: Paths): Storage[] {
  const { local, s3 } = openStorages(environment, paths)
  const folder = { name: 'local', blobs: local.blobs }
  const bucket = s3 && { name: 's3', blobs: s3.blobs }
  const mirror = openMirror(environment)
  const kept: [typeof folder, ...(typeof folder)[]] = bucket ? [folder, bucket] : [folder]
  if (environment.files === 's3') kept.reverse()
  return storagesOf(kept, mirror ? [{ name: 'mirror', blobs: mirror }] : [], copiesIn(paths.backup))
}

/** The file store that was asked for. What still lies in the other storage, or only in the second copy, is found too. */
export function openFiles(environment: Environment, paths: Paths, log?: Logger): Files {
  const { data, maxUpload, quota, clamdUrl } = environment
  const { local, s3 } = openStorages(environment, paths)
  const [first, other] = environment.files === 's3' && s3 ? [s3, local] : [local, s3]
  const mirror = openMirror(environment)
  const failed = (err: unknown) => log?.warn({ err }, 'a file was not checked for viruses')
  const join = (store: keyof Stores, copies: Blobs[]) =>
    joinBlobs(other ? [first[store], other[store]] : [first[store]], copies)
  return {
    blobs: join('blobs', mirror ? [mirror] : []),
    derived: join('derived', []),
    workFolder: path.join(paths.derived, '.work'),
    uploadFolder: paths.uploads,
    space: spaceOf(data),
    maxUpload,
    quota,
    scanner: clamdUrl === undefined ? undefined : openClamd(clamdUrl, { failed }),
  }
}
