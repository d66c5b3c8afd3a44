import { PictureView, type ShownPicture } from '#recording'
import { ReadingPage } from '#web/page.tsx'
import { pathOfRecording } from '../share.ts'
import type { ShownAround } from '../shown-view.ts'

type Props = ShownAround & { pictures: ShownPicture[]; at: number }

/** One picture of a public set, large, for everybody. */
export function ShownPicturePage({ project, recording, pictures, at }: Props) {
  const home = pathOfRecording(recording.code)
  return (
    <ReadingPage
      title={recording.title}
      lead={`${project.unitName}, ${project.agencyName}`}
      breadcrumbs={[
        { path: '/galeri', label: 'Galeri' },
        { path: home, label: 'Semua gambar' },
      ]}
    >
      <PictureView pictures={pictures} at={at} homePath={home} pathOf={(id) => `${home}/gambar/${id}`} />
    </ReadingPage>
  )
}
