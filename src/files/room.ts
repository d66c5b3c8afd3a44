import { statfs } from 'node:fs/promises'

/** Free and total bytes of the disk on which files lie. */
export type Space = { free: number; total: number }

/** Asks a disk; handed in, so that a test can say that it is full. */
export type AskSpace = () => Promise<Space>

export const spaceOf =
  (folder: string): AskSpace =>
  async () => {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  }

const keptBytes = 5_000_000_000
const keptShare = 0.1

/**
 * Whether `coming` more bytes may be written. 5 GB and a tenth of the disk stay free: the database lives there too,
 * and it must never meet a full disk.
 */
export const hasRoom = (space: Space, coming = 0): boolean =>
  space.free - coming >= Math.max(keptBytes, space.total * keptShare)

export const noRoom =
  'Ruang simpan server hampir penuh, sehingga unggahan baru ditolak dahulu. Berkas yang sudah tersimpan aman. ' +
  'Hubungi admin untuk menambah ruang, lalu lanjutkan.'
