import { type StoredFile, sizeInWords } from './file.ts'
import { familyInWords, familyOf } from './kinds.ts'
import { addressOf } from './routes.ts'

/** The files of a thing, each a link that opens or downloads it. Draws nothing when there are none. */
export function AttachedFiles({ files }: { files: readonly Pick<StoredFile, 'id' | 'name' | 'size' | 'mediaType'>[] }) {
  if (files.length === 0) return null
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={addressOf(file)}>{file.name}</a> <span class="hint">{kindInWords(file)}</span>
        </li>
      ))}
    </ul>
  )
}

/** "PDF, 1,2 MB" */
function kindInWords(file: Pick<StoredFile, 'size' | 'mediaType'>): string {
  const family = familyOf(file.mediaType)
  return `${family ? `${familyInWords(family)}, ` : ''}${sizeInWords(file.size)}`
}
