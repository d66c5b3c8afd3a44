import path from 'node:path'
import { type Files, openLocalFolder } from '#files'

/** A file store in the folder, on a disk with much room, but for what the test says. */
export const makeFiles = (folder: string, but: Partial<Files> = {}): Files => ({
  blobs: openLocalFolder(path.join(folder, 'files')),
  uploadFolder: path.join(folder, 'uploads'),
  space: async () => ({ free: 80e9, total: 100e9 }),
  maxUpload: 20e9,
  quota: undefined,
  ...but,
})
