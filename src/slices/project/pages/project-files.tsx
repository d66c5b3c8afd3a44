import { addressOf, type Family, type StoredFile, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { CheckboxFields } from '#web/choices.tsx'

/** Bytes that one file may have; larger ones are films, which have a room of their own. */
const most = 200_000_000

type PartFieldProps = {
  form: Form
  /** Of the upload field; the files that are taken away go by the same name with `_dropped`. */
  name: string
  label: string
  hint: string
  wanted: readonly Family[]
  there: StoredFile[]
  optional?: boolean
}

/** Files of one part of a project: more can come, and those that are there can go. */
export const PartField = ({ there, wanted, optional = false, ...props }: PartFieldProps) => (
  <>
    {there.length > 0 && (
      <CheckboxFields
        form={props.form}
        name={`${props.name}_dropped`}
        label={`${props.label}: yang dihapus`}
        hint="Centang berkas yang tidak dipakai lagi."
        choices={there.map((file) => ({ value: file.id, label: file.name }))}
        optional
      />
    )}
    <UploadField {...props} wanted={wanted} most={most} multiple optional={optional || there.length > 0} />
  </>
)

/** What browsers show of themselves; other pictures (HEIC, TIFF) are links. */
const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']

/** Pictures of one side of a comparison, under its heading and words. */
export const Pictures = ({ title, words, files }: { title: string; words: string; files: StoredFile[] }) => (
  <div>
    <h3>{title}</h3>
    <p>{words}</p>
    {files.map((file, at) =>
      shown.includes(file.mediaType) ? (
        <a key={file.id} href={addressOf(file)}>
          <img src={addressOf(file)} alt={`${title}, gambar ${at + 1}`} loading="lazy" />
        </a>
      ) : (
        <p key={file.id}>
          <a href={addressOf(file)}>{file.name}</a>
        </p>
      ),
    )}
  </div>
)
