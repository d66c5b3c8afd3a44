import { AttachedFiles, type StoredFile } from '#files'
import { Section } from '#web/section.tsx'

type Props = { label: string; files: readonly StoredFile[]; path: string }

/** Files of one part of the entry, with links that ask whether one is to be taken off. */
export const RemovableFiles = ({ label, files, path }: Props) =>
  files.length === 0 ? null : (
    <Section title={label}>
      <AttachedFiles files={files} label={label} />
      <ul class="links">
        {files.map(({ id, name }) => (
          <li key={id}>
            <a href={`${path}/berkas/${id}/hapus`}>Hapus {name}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
