import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'
import { sizeInWords } from './file-size.ts'
import { Icon, type IconName } from './icon.tsx'
import { Island } from './island.tsx'
import { State } from './state.tsx'

type FileFieldProps = FieldProps & {
  /** As the browser's `accept`: ".pdf,.xlsx". */
  accept?: string
  multiple?: boolean
  /** Bytes a file may have; a larger one is named before it is sent. */
  most: number
}

/** A field for files. A script names what was chosen, says at once what is too large, and takes what is dropped on it. */
export const FileField = ({ accept, multiple, most, ...props }: FileFieldProps) => (
  <Island name="file-field" props={{ most }}>
    <Field
      {...props}
      control={(ties) => (
        <div class="file-box">
          <input type="file" accept={accept} multiple={multiple} {...ties} />
          <ul class="files" data-chosen />
        </div>
      )}
    />
  </Island>
)

/** A file in a list: on its way, kept, or refused with the reason. */
export type FileRow = {
  id: string
  name: string
  /** Bytes. */
  size: number
  icon?: IconName
  path?: string
  state: { is: 'kept' } | { is: 'coming'; percent: number; words: string } | { is: 'refused'; reason: string }
  /** What can be done with it. */
  act?: ComponentChildren
}

/** The files of a thing, with how far each has come. */
export const FileList = ({ files, label }: { files: FileRow[]; label: string }) => (
  <ul class="files" aria-label={label}>
    {files.map((file) => (
      <li key={file.id}>
        <Icon name={file.icon ?? 'file-text'} />
        <div class="file-words">
          {file.path ? <a href={file.path}>{file.name}</a> : <span>{file.name}</span>}
          <FileState {...file} />
        </div>
        {file.act}
      </li>
    ))}
  </ul>
)

function FileState({ name, size, state }: FileRow) {
  if (state.is === 'refused') return <State is="late">{state.reason}</State>
  if (state.is === 'kept') return <p class="file-note">{sizeInWords(size)}</p>
  return (
    <>
      <progress max={100} value={state.percent} aria-label={`Terunggah dari ${name}`} />
      <p class="file-note">
        {state.percent}% dari {sizeInWords(size)}, {state.words}
      </p>
    </>
  )
}

/** The button that takes a file out of its list. */
export const RemoveFile = ({ name, value, file }: { name: string; value: string; file: string }) => (
  <Button kind="quiet" name={name} value={value}>
    <Icon name="x" />
    <span class="hidden">Hapus {file}</span>
  </Button>
)
