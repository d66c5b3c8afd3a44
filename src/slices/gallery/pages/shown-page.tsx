import { dayInWords } from '#kit/date.ts'
import type { Copy, Lineage, PublicPlan } from '#project'
import { contributorWords, filmMedia, LastingAddress, licenceInWords, Player } from '#recording'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { dataBlockOf, describeShown, jsonLdOf } from '../shown-description.ts'
import type { ShownFinish } from '../shown-finish-store.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'
import { ShareHead } from './share-head.tsx'
import { Copies, Origin, ShownPlan } from './shown-lineage.tsx'

type Of = { recordingId: string }

type Props = {
  url: string
  project: ShownProject
  recordings: ShownRecording[]
  finish: ShownFinish | undefined
  plan: PublicPlan
  lineage: Lineage | undefined
  copies: Copy[]
  /** What was made of the recordings, and which captions they have. */
  made: (Of & { name: string })[]
  captions: (Of & { track: string })[]
}

/** What of a recording is handed to everybody. */
const mediaNames = { film: 'film.mp4', sound: 'berkas', document: 'berkas', picture: 'gambar' } as const

/** A published project, for everybody: its films first, then what it changes, and what it reached. */
export const ShownPage = ({ url, project, recordings, finish, plan, lineage, copies, made, captions }: Props) => (
  <ReadingPage
    title={project.title}
    lead={`${project.unitName}, ${project.agencyName}`}
    breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
    head={<ShareHead {...{ url, project, recordings }} />}
    actions={<ButtonLink href={`/galeri/${project.code}/tiru`}>Tiru proyek ini</ButtonLink>}
  >
    {recordings.map((recording) => (
      <figure key={recording.code} id={recording.code} class="film">
        <Player
          kind={recording.kind}
          title={recording.title}
          src={`/media/${recording.code}/${mediaNames[recording.kind]}`}
          poster={recording.hasPoster ? `/media/${recording.code}/poster.webp` : undefined}
          media={filmMedia(
            recording.code,
            captions.filter(({ recordingId }) => recordingId === recording.id).map(({ track }) => track),
            made.filter(({ recordingId }) => recordingId === recording.id).map(({ name }) => name),
          )}
        />
        <figcaption>
          <strong>{recording.title}.</strong> <span class="kept-lines">{recording.description}</span>
          <span class="quiet-words"> {creditsOf(recording, project.agencyName)}</span>
          <LastingAddress of={recording} />
        </figcaption>
      </figure>
    ))}
    {recordings.length > 0 && <Described project={project} recordings={recordings} />}
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
    <ShownPlan plan={plan} />
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

/** Where and when it was recorded, who took part, and under which licence it may be used. */
const creditsOf = ({ place, recordedOn, contributors, licence }: ShownRecording, agencyName: string): string =>
  [
    [place, recordedOn && dayInWords(recordedOn)].filter(Boolean).join(', '),
    ...contributors.map(({ role, name }) => `${contributorWords[role]}: ${name}`),
    licenceInWords(licence, agencyName),
  ]
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ')

/** The same for machines: what each recording says of itself, as Dublin Core. */
function Described({ project, recordings }: Pick<Props, 'project' | 'recordings'>) {
  const { nonce, zone } = useShell()
  const projectAddress = `/galeri/${project.code}`
  const graph = recordings.map((recording) => {
    const around = { identifiers: [recording.code], projectAddress: null, zone }
    return jsonLdOf(`${projectAddress}#${recording.code}`, describeShown(project, recording, around))
  })
  const block = { __html: dataBlockOf(graph) }
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={block} />
}

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
