import type { Copy, Lineage, PublicPlan } from '#project'
import { filmMedia, Player } from '#recording'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'
import { addressOfProject, descriptionOf, filmOf, mediaObject, mediaPath, pathOfRecording, posterOf } from '../share.ts'
import type { ShownFinish } from '../shown-finish-store.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'
import { ShareHead } from './share-head.tsx'
import { Copies, Origin, ShownPlan } from './shown-lineage.tsx'
import { ShownRecordings } from './shown-recordings.tsx'
import { ShownSides } from './shown-sides.tsx'

type Props = {
  url: string
  project: ShownProject
  recordings: ShownRecording[]
  finish: ShownFinish | undefined
  plan: PublicPlan
  lineage: Lineage | undefined
  copies: Copy[]
  /** What was made of the film that plays here, and which captions it has. */
  made: string[]
  tracks: string[]
}

/** A published project, for everybody: its newest film first, then what it changes, and what it reached. */
export function ShownPage({ url, project, recordings, finish, plan, lineage, copies, made, tracks }: Props) {
  const film = filmOf(recordings)
  return (
    <ReadingPage
      title={project.title}
      lead={`${project.unitName}, ${project.agencyName}`}
      breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
      head={<Head {...{ url, project, film }} />}
      actions={<ButtonLink href={`/galeri/${project.code}/tiru`}>Tiru proyek ini</ButtonLink>}
    >
      {film && (
        <figure class="film">
          <Player
            kind={film.kind}
            title={film.title}
            src={mediaPath(film)}
            poster={film.hasPoster ? `/media/${film.code}/poster.webp` : undefined}
            media={filmMedia(film.code, tracks, made)}
          />
          <figcaption>
            <a href={pathOfRecording(film.code)}>{film.title}</a>
            {film.description && <p class="kept-lines">{film.description}</p>}
          </figcaption>
        </figure>
      )}
      <Prose>
        <Part title="Keadaan semula" text={project.presentCondition} />
        <Part title="Masalah" text={project.problem} />
        <Part title="Keadaan yang diharapkan" text={project.wantedCondition} />
      </Prose>
      {finish && (
        <Section title="Sebelum dan sesudah">
          <ShownSides {...{ project, finish }} />
        </Section>
      )}
      <ShownPlan plan={plan} />
      <ShownRecordings
        title={film ? 'Dokumentasi lain' : 'Dokumentasi'}
        recordings={recordings.filter((recording) => recording !== film)}
      />
      <Copies copies={copies} />
      <Section title="Tentang proyek">
        <Facts
          facts={[
            ...(project.agentName ? [{ term: 'Agen perubahan', detail: project.agentName }] : []),
            { term: 'Unit kerja', detail: project.unitName },
            { term: 'Program', detail: project.programmeName },
            ...(project.areas.length > 0 ? [{ term: 'Area perubahan', detail: project.areas.join('; ') }] : []),
            ...(lineage ? [{ term: 'Meniru', detail: <Origin lineage={lineage} /> }] : []),
            { term: 'Pelayanan publik', detail: project.isPublicService ? 'Ya' : 'Tidak' },
          ]}
        />
      </Section>
    </ReadingPage>
  )
}

function Head({ url, project, film }: Pick<Props, 'url' | 'project'> & { film: ShownRecording | undefined }) {
  const object = film && mediaObject(url, project, film)
  return (
    <ShareHead
      url={url}
      address={addressOfProject(url, project)}
      title={project.title}
      siteName={project.agencyName}
      description={descriptionOf(project)}
      type={film ? 'video.other' : 'article'}
      picture={film?.hasPoster ? posterOf(url, film) : undefined}
      isFramed={film !== undefined}
      objects={object ? [object] : []}
    />
  )
}

const Part = ({ title, text }: { title: string; text: string }) =>
  text === '' ? null : (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  )
