import { filmMedia, Player } from '#recording'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'
import type { ShownFinish } from '../shown-finish-store.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'

type Of = { recordingId: string }

type Props = {
  project: ShownProject
  recordings: ShownRecording[]
  finish: ShownFinish | undefined
  /** What was made of the recordings, and which captions they have. */
  made: (Of & { name: string })[]
  captions: (Of & { track: string })[]
}

/** A published project, for everybody: its films first, then what it changes, and what it reached. */
export const ShownPage = ({ project, recordings, finish, made, captions }: Props) => (
  <ReadingPage
    title={project.title}
    lead={`${project.unitName}, ${project.agencyName}`}
    breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
  >
    {recordings.map((recording) => (
      <figure key={recording.code} class="film">
        <Player
          kind={recording.kind}
          title={recording.title}
          src={`/media/${recording.code}/film.mp4`}
          poster={recording.hasPoster ? `/media/${recording.code}/poster.webp` : undefined}
          media={filmMedia(
            recording.code,
            captions.filter(({ recordingId }) => recordingId === recording.id).map(({ track }) => track),
            made.filter(({ recordingId }) => recordingId === recording.id).map(({ name }) => name),
          )}
        />
        <figcaption>
          <strong>{recording.title}.</strong> <span class="kept-lines">{recording.description}</span>
        </figcaption>
      </figure>
    ))}
    <Prose>
      <Part title="Keadaan semula" text={project.presentCondition} />
      <Part title="Masalah" text={project.problem} />
      <Part title="Keadaan yang diharapkan" text={project.wantedCondition} />
    </Prose>
    {finish && (
      <Section title="Sebelum dan sesudah">
        <div class="beside">
          <Side title="Sebelum" words={finish.beforeWords} {...{ project, finish }} part="before" />
          <Side title="Sesudah" words={finish.afterWords} {...{ project, finish }} part="after" />
        </div>
      </Section>
    )}
    <Section title="Tentang proyek">
      <Facts
        facts={[
          ...(project.agentName ? [{ term: 'Agen perubahan', detail: project.agentName }] : []),
          { term: 'Unit kerja', detail: project.unitName },
          { term: 'Program', detail: project.programmeName },
          ...(project.areas.length > 0 ? [{ term: 'Area perubahan', detail: project.areas.join('; ') }] : []),
          { term: 'Pelayanan publik', detail: project.isPublicService ? 'Ya' : 'Tidak' },
        ]}
      />
    </Section>
  </ReadingPage>
)

const Part = ({ title, text }: { title: string; text: string }) =>
  text === '' ? null : (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  )

type SideProps = { title: string; words: string; project: ShownProject; finish: ShownFinish; part: 'before' | 'after' }

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
