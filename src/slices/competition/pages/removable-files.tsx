import type { StoredFile } from '#files'

/** Links that ask whether a file is to be taken from the entry. */
export const RemovableFiles = ({ files, path }: { files: readonly StoredFile[]; path: string }) =>
  files.length === 0 ? null : (
    <ul class="links">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`${path}/berkas/${id}/hapus`}>Hapus {name}</a>
        </li>
      ))}
    </ul>
  )
