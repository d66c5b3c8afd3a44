import type { ShownFinish } from '../shown-finish-store.ts'
import type { ShownProject } from '../shown-store.ts'

type Props = { project: Pick<ShownProject, 'code'>; finish: ShownFinish }

/** Before and after beside each other. */
export const ShownSides = (props: Props) => (
  <div class="beside">
    <Side title="Sebelum" words={props.finish.beforeWords} {...props} part="before" />
    <Side title="Sesudah" words={props.finish.afterWords} {...props} part="after" />
  </div>
)

type SideProps = Props & { title: string; words: string; part: 'before' | 'after' }

/** One side of the comparison: the words, and copies of the pictures that do not say where they were taken. */
const Side = ({ title, words, project, finish, part }: SideProps) => (
  <div>
    <h3>{title}</h3>
    <p class="kept-lines">{words}</p>
    {finish.pictures
      .filter((picture) => picture.part === part)
      .map(({ id }, at) => (
        <img key={id} src={`/galeri/${project.code}/gambar/${id}`} alt={`${title}, gambar ${at + 1}`} loading="lazy" />
      ))}
  </div>
)
