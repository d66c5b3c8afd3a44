import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { RecordingRow } from '../store.ts'
import type { ShownPicture } from './pictures.tsx'

type Props = { row: RecordingRow; form: Form }

const crumbsTo = ({ code, title }: RecordingRow, inSet = false) => [
  { path: `/dokumentasi/${code}`, label: title },
  ...(inSet ? [{ path: `/dokumentasi/${code}/gambar`, label: 'Atur gambar' }] : []),
]

/** `pictures` stand in the order that the form has; `at` is the one that was just put elsewhere. */
type ArrangeProps = Props & { pictures: readonly ShownPicture[]; at: Moved | undefined }

type Moved = { id: string; to: 'front' | 'back' }

/** The pictures of a set, their order and what each shows; without a script an order is changed step by step. */
export function ArrangePage({ row, form, pictures, at }: ArrangeProps) {
  const path = `/dokumentasi/${row.code}/gambar`
  return (
    <ReadingPage
      title="Atur gambar"
      lead="Gambar pertama menjadi sampul. Keterangan dibaca di bawah gambarnya, dan dibacakan bagi yang tidak melihatnya."
      breadcrumbs={crumbsTo(row)}
      actions={<ButtonLink href={`${path}/tambah`}>Tambah gambar</ButtonLink>}
      form={form}
    >
      <PostForm form={form} action={path} guarded>
        <EnterButton />
        <HiddenFields form={form} names={['revision']} />
        <ol class="arranged">
          {pictures.map((picture, index) => (
            <ArrangedPicture
              key={picture.fileId}
              {...{ form, picture, path, number: index + 1, isLast: index === pictures.length - 1 }}
              moved={picture.fileId === at?.id ? at.to : undefined}
            />
          ))}
        </ol>
        <FormBar>
          <ButtonLink href={`/dokumentasi/${row.code}`}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}

type ArrangedProps = Pick<Props, 'form'> & { picture: ShownPicture; path: string; number: number } & {
  isLast: boolean
  /** Where it was just put: its button is at hand for the next step. */
  moved: Moved['to'] | undefined
}

function ArrangedPicture({ form, picture: { fileId, small }, path, number, isLast, moved }: ArrangedProps) {
  const focused = number === 1 ? 'back' : isLast ? 'front' : moved
  const place = (to: Moved['to'], words: string) => (
    <button
      type="submit"
      class="button quiet"
      name="act"
      value={`${to} ${fileId}`}
      aria-label={`${words} gambar ${number}`}
      autofocus={moved !== undefined && to === focused}
    >
      {words}
    </button>
  )
  return (
    <li>
      <input type="hidden" name="order" value={fileId} />
      <img src={small} alt="" loading="lazy" />
      <div>
        <TextArea form={form} name={`caption_${fileId}`} label={`Keterangan gambar ${number}`} rows={2} optional />
        <div class="actions">
          {number > 1 && place('front', 'Naikkan')}
          {!isLast && place('back', 'Turunkan')}
          {!(number === 1 && isLast) && (
            <a href={`${path}/${fileId}/keluarkan`} aria-label={`Keluarkan gambar ${number}`}>
              Keluarkan
            </a>
          )}
        </div>
      </div>
    </li>
  )
}

/** More pictures for a set. */
export const AddPicturesPage = ({ row, form, most }: Props & { most: number }) => (
  <ReadingPage
    title="Tambah gambar"
    lead="Gambar baru berdiri di belakang yang sudah ada; urutannya dapat diatur sesudahnya."
    breadcrumbs={crumbsTo(row, true)}
    form={form}
  >
    <PostForm form={form} action={`/dokumentasi/${row.code}/gambar/tambah`} files guarded>
      <HiddenFields form={form} names={['revision']} />
      <UploadField
        form={form}
        name="pictures"
        label="Gambar"
        hint="Pilih beberapa sekaligus."
        wanted={['picture']}
        most={most}
        camera="picture"
        multiple
      />
      <CheckboxField
        form={form}
        name="same_people"
        label="Orang yang terekam sama, jadi persetujuannya tetap berlaku"
        hint="Bila tidak, persetujuan ditanyakan lagi. Yang tadinya tampil untuk umum kembali tampil setelah sekretariat atau penanggung jawab dokumentasi melihatnya."
        optional
      />
      <FormBar>
        <ButtonLink href={`/dokumentasi/${row.code}/gambar`}>Batal</ButtonLink>
        <Button kind="primary">Tambah gambar</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

/** Asks why a picture is taken out of its set. */
export const TakeOutPicturePage = ({ row, form, picture }: Props & { picture: ShownPicture }) => (
  <ReadingPage
    title="Keluarkan gambar"
    lead="Gambar ini tidak tampil lagi. Berkasnya tetap disimpan di antara yang terdahulu."
    breadcrumbs={crumbsTo(row, true)}
    form={form}
  >
    <img class="preview" src={picture.small} alt={picture.caption || 'Gambar yang dikeluarkan'} />
    <PostForm form={form} action={`/dokumentasi/${row.code}/gambar/${picture.fileId}/keluarkan`}>
      <HiddenFields form={form} names={['revision']} />
      <TextArea form={form} name="reason" label="Alasan" rows={3} />
      <FormBar>
        <ButtonLink href={`/dokumentasi/${row.code}/gambar`}>Batal</ButtonLink>
        <Button kind="danger">Keluarkan gambar</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
