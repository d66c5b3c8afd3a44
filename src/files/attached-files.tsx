import { FileList } from '#web/file-field.tsx'
import type { IconName } from '#web/icon.tsx'
import type { StoredFile } from './file.ts'
import { familyOf } from './kinds.ts'
import { addressOf } from './routes.ts'

type Attached = Pick<StoredFile, 'id' | 'name' | 'size' | 'mediaType'>

/** The files of a thing, each a link that opens or downloads it. Draws nothing when there are none. */
export function AttachedFiles({ files, label = 'Berkas' }: { files: readonly Attached[]; label?: string }) {
  if (files.length === 0) return null
  const rows = files.map((file) => ({
    ...file,
    icon: iconOf(file.mediaType),
    path: addressOf(file),
    state: { is: 'kept' } as const,
  }))
  return <FileList files={rows} label={label} />
}

function iconOf(mediaType: string): IconName {
  const family = familyOf(mediaType)
  if (family === 'film') return 'film'
  return family === 'picture' ? 'image' : 'file-text'
}
