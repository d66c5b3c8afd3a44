import { isCopyable } from '#files'
import { dayIn, dayInWords } from '#kit/date.ts'
import { safeHref, shortened } from '#kit/text.ts'
import {
  type Asked,
  arkInWords,
  arkOf,
  contributorWords,
  durationInWords,
  filmMedia,
  LastingAddress,
  languages,
  licenceInWords,
  licences,
  PictureGrid,
  Player,
  recordingKindInWords,
  recordingKindWords,
  type Said,
  type ShownPicture,
  Transcript,
  trackWords,
} from '#recording'
import { CopyText } from '#web/copy-text.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { ReadingPage } from '#web/page.tsx'
import { Prose, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { citationOf } from '../citation.ts'
import {
  addressOfRecording,
  descriptionOfRecording,
  isPlayable,
  isSet,
  mediaObject,
  mediaPath,
  pathOfRecording,
  posterOf,
} from '../share.ts'
import { dataBlockOf, describeShown, jsonLdOf } from '../shown-description.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownAround } from '../shown-view.ts'
import { ShareHead } from './share-head.tsx'
import { ShownRecordings } from './shown-recordings.tsx'

type Props = ShownAround & {
  url: string
  said: Said
  asked: Asked
  /** What was made of it, by name. */
  made: string[]
  /** What everybody may see of a recording of pictures. */
  pictures: ShownPicture[]
}

/** A public recording, for everybody: it plays, its words are read and searched, and it says how it may be used. */
export function ShownRecordingPage(props: Props) {
  const { project, recording, others, said, asked, made, pictures } = props
  const { kind, code, title, description } = recording
  return (
    <ReadingPage
      title={title}
      lead={`${project.unitName}, ${project.agencyName}`}
      breadcrumbs={[
        { path: '/galeri', label: 'Galeri' },
        { path: `/galeri/${project.code}`, label: shortened(project.title, 48) },
      ]}
      head={<Head {...props} />}
    >
      {isSet(recording) ? (
        <PictureGrid pictures={pictures} pathOf={(id) => `${pathOfRecording(code)}/gambar/${id}`} />
      ) : isPlayable(recording) ? (
        <Player
          kind={kind}
          title={pictures[0]?.caption || title}
          src={pictures[0]?.large ?? mediaPath(recording)}
          poster={recording.hasPoster ? `/media/${code}/poster.webp` : undefined}
          media={filmMedia(code, said.tracks, made)}
          at={asked.at}
        />
      ) : (
        <p>Film ini sedang disiapkan agar dapat diputar untuk umum.</p>
      )}
      {description && (
        <Prose>
          <p class="kept-lines">{description}</p>
        </Prose>
      )}
      <Transcript path={pathOfRecording(code)} {...{ said, asked }} />
      <Section title="Keterangan">
        <Facts long facts={factsOf(props)} />
      </Section>
      <Cite {...props} />
      {isPlayable(recording) && !isSet(recording) && <Downloads {...props} />}
      <ShownRecordings title="Dokumentasi lain dari proyek ini" recordings={others} />
      <Described {...props} />
    </ReadingPage>
  )
}

function Head({ url, project, recording, said }: Props) {
  const object = mediaObject(url, project, recording, said.cues.map(({ text }) => text).join(' '))
  return (
    <ShareHead
      url={url}
      address={addressOfRecording(url, recording)}
      title={recording.title}
      siteName={project.agencyName}
      description={descriptionOfRecording(project, recording)}
      type={recording.kind === 'film' ? 'video.other' : 'article'}
      picture={recording.hasPoster ? posterOf(url, recording) : undefined}
      isFramed={recording.kind === 'film' && isPlayable(recording)}
      objects={object ? [object] : []}
    />
  )
}

function factsOf({ project, recording }: Props): Fact[] {
  const { kind, duration, recordedOn, areas, targets, contributors } = recording
  const facts: [string, string | null | undefined][] = [
    ['Judul lain', recording.alternativeTitle],
    [
      'Jenis',
      [recordingKindInWords(kind, recording.pictures), duration && durationInWords(duration)]
        .filter(Boolean)
        .join(', '),
    ],
    ['Direkam', recordedOn && dayInWords(recordedOn)],
    ['Tempat', recording.place],
    ['Bahasa', languages[recording.language as keyof typeof languages]],
    ['Area perubahan', areas.join('; ')],
    ['Sasaran', targets.join('; ')],
    ['Kata kunci', recording.keywords.join(', ')],
    ['Kontributor', contributors.map(({ role, name }) => `${name} (${contributorWords[role]})`).join('; ')],
    ['Program', project.programmeName],
  ]
  return [
    { term: 'Proyek', detail: <a href={`/galeri/${project.code}`}>{project.title}</a> },
    ...facts.flatMap(([term, detail]): Fact[] => (detail ? [{ term, detail }] : [])),
    ...(recording.source
      ? [{ term: 'Sumber', detail: <a href={safeHref(recording.source)}>{recording.source}</a> }]
      : []),
    { term: 'Hak', detail: <Rights recording={recording} agencyName={project.agencyName} /> },
  ]
}

/** Under which licence it may be used, with what that lets others do. */
function Rights({ recording: { licence, rightsNote }, agencyName }: { recording: ShownRecording; agencyName: string }) {
  const { address, means } = licences[licence]
  const name = licenceInWords(licence, agencyName)
  return (
    <>
      {address ? (
        <a href={address} rel="license">
          {name}
        </a>
      ) : (
        name
      )}
      . {means} {rightsNote}
    </>
  )
}

/** How it is cited, with the address that lasts. */
function Cite({ url, project, recording }: Props) {
  const { zone } = useShell()
  const ark = arkOf(recording)
  const address = ark ? `${url}/${arkInWords(ark)}` : addressOfRecording(url, recording)
  const on = recording.recordedOn ?? dayIn(zone, project.publishedAt)
  const { unitName, agencyName } = project
  const cited = { unitName, agencyName, title: recording.title, kind: recordingKindWords[recording.kind], on, address }
  return (
    <Section title="Kutip">
      <CopyText label="kutipan">{citationOf(cited)}</CopyText>
      <LastingAddress of={recording} />
    </Section>
  )
}

const fileWords = { film: 'Film (MP4)', sound: 'Rekaman suara', picture: 'Gambar', document: 'Dokumen' }

/** Whether what is taken away is as large as what is kept: of a film, or a heavy picture, a smaller copy goes out. */
const isAsKept = ({ kind, mediaType, size }: ShownRecording): boolean =>
  kind !== 'film' && (kind !== 'picture' || isCopyable({ mediaType: mediaType ?? '', size: size ?? 0 }))

/** What may be taken away: what is played here, and what is said in it. */
const Downloads = ({ recording, said }: Props) => (
  <Section title="Unduh">
    <ul>
      <li>
        <a href={mediaPath(recording)} download={`${recording.code}${recording.kind === 'film' ? '.mp4' : ''}`}>
          {fileWords[recording.kind]}
        </a>
        {isAsKept(recording) && recording.size !== null && ` (${sizeInWords(recording.size)})`}
      </li>
      {said.tracks.map((track) => (
        <li key={track}>
          <a href={`/media/${recording.code}/${track}.vtt`} download={`${recording.code}-${track}.vtt`}>
            {track === 'chapters' ? 'Bab' : `Takarir ${trackWords[track] ?? track}`} (WebVTT)
          </a>
        </li>
      ))}
    </ul>
  </Section>
)

/** The same for machines: what it says of itself, as Dublin Core. */
function Described({ url, project, recording }: Props) {
  const { nonce, zone } = useShell()
  const ark = arkOf(recording)
  const address = addressOfRecording(url, recording)
  const identifiers = [address, ...(ark ? [`${url}/${arkInWords(ark)}`, arkInWords(ark)] : []), recording.code]
  const around = { identifiers, projectAddress: `${url}/galeri/${project.code}`, zone }
  const block = { __html: dataBlockOf([jsonLdOf(address, describeShown(project, recording, around))]) }
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={block} />
}
