import { addressOf } from '#files'
import { Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { ReadingPage } from '#web/page.tsx'
import type { Picture } from '../picture-store.ts'
import type { RecordingRow } from '../store.ts'
import { PictureView, type ShownPicture } from './pictures.tsx'

type Props = { row: RecordingRow; pictures: ShownPicture[]; at: number; original: Picture }

/** One picture of a set, large, with its original. */
export function PicturePage({ row, pictures, at, original }: Props) {
  const home = `/dokumentasi/${row.code}`
  const { fileId, name, size, sha256 } = original
  return (
    <ReadingPage title={row.title} breadcrumbs={[{ path: home, label: 'Semua gambar' }]}>
      <PictureView pictures={pictures} at={at} homePath={home} pathOf={(id) => `${home}/gambar/${id}`} />
      <Facts
        facts={[
          {
            term: 'Berkas asli',
            detail: (
              <a href={`${addressOf({ id: fileId, name })}?unduh`} download>
                {name} ({sizeInWords(size)})
              </a>
            ),
          },
          { term: 'SHA-256', detail: <code class="hash">{sha256}</code> },
        ]}
      />
    </ReadingPage>
  )
}
