import { allTypedIn, type Form } from '#kit/form.ts'
import { asset } from '#web/assets.ts'
import { Field, type FieldProps } from '#web/field.tsx'
import { Island } from '#web/island.tsx'
import { acceptOf, type Family, familiesInWords } from './kinds.ts'
import { turnedAwayField, uploadField } from './upload-name.ts'

type Camera = 'picture' | 'film'

type UploadFieldProps = FieldProps & {
  /** The families of files that are asked for. */
  wanted: readonly Family[]
  multiple?: boolean
  /** Offers the camera as well, on a device that is touched. */
  camera?: Camera | readonly Camera[]
  /** Bytes that a file may have; a larger one is refused before it is sent. */
  most: number
}

/**
 * A field for files of any size: a script sends them in parts, which go on after a broken connection; without one
 * they go with the form (up to 12 MB). What arrived before the form came back is listed, and left out by its box.
 */
export function UploadField({ wanted, multiple, camera = [], most, ...props }: UploadFieldProps) {
  const arrived = arrivedIn(props.form, props.name)
  const carrier = uploadField(props.name)
  return (
    <Island
      name="upload"
      props={{
        ...{
          name: carrier,
          turnedAway: turnedAwayField(props.name),
          endpoint: '/unggah',
          maxSize: most,
          accept: acceptOf(wanted),
        },
        ...{ kinds: familiesInWords(wanted), hashScript: asset('upload-hash.js') },
      }}
    >
      <Field
        {...props}
        optional={props.optional || arrived.length > 0}
        control={(ties) => (
          <div class="file-box">
            <input type="file" accept={acceptOf(wanted)} multiple={multiple} {...ties} />
            {[camera].flat().map((one) => (
              <label key={one} class="camera">
                {one === 'film' ? 'Rekam film' : 'Ambil foto'}{' '}
                <input
                  type="file"
                  name={props.name}
                  accept={one === 'film' ? 'video/*' : 'image/*'}
                  capture="environment"
                />
              </label>
            ))}
            <ul class="files" data-uploads>
              {arrived.map((value) => (
                <li key={value}>
                  <label class="choice">
                    <input type="checkbox" name={carrier} value={value} checked />
                    <span>{value.slice(value.indexOf('/') + 1)} (sudah diunggah)</span>
                  </label>
                </li>
              ))}
            </ul>
          </div>
        )}
      />
    </Island>
  )
}

const arrivedIn = (form: Form, name: string): string[] =>
  allTypedIn(form, uploadField(name)).filter((value) => value.includes('/'))
