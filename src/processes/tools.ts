import { access, constants, realpath } from 'node:fs/promises'
import path from 'node:path'
import { canCage } from '#documents/office-cage.ts'

/** LibreOffice's `soffice`, or the sentence that says why no office file is turned into PDF on this machine. */
export type FoundOffice = { program: string } | { obstacle: string }

/** Looks for LibreOffice, and whether this machine lets it be put in the cage without which it sees no stranger's file. */
export async function findOffice(configured: string | undefined): Promise<FoundOffice> {
  if (process.platform !== 'linux') return { obstacle: 'hanya didukung di Linux' }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const places = configured ? [path.resolve(configured)] : folders.map((folder) => path.join(folder, 'soffice'))
  for (const place of places) {
    const program = await access(place, constants.X_OK)
      .then(() => realpath(place))
      .catch(() => undefined)
    if (program === undefined) continue
    return (await canCage()) ? { program } : { obstacle: 'LibreOffice ada, tetapi mesin ini melarang unshare' }
  }
  return { obstacle: 'LibreOffice tidak ada' }
}
