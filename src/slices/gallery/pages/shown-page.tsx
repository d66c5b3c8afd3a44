import { Player } from '#recording'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'

/** A published project, for everybody: its films first, then what it changes. */
export const ShownPage = ({ project, recordings }: { project: ShownProject; recordings: ShownRecording[] }) => (
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
