import { useShell } from '#web/shell.tsx'
import { addressOfProject, descriptionOf, filmOf, jsonInHtml, posterOf, videoObjects } from '../share.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'

type Props = { url: string; project: ShownProject; recordings: ShownRecording[] }

/** What others show of a project's page: the card of a messenger, the searcher's film, the frame of another site. */
export function ShareHead({ url, project, recordings }: Props) {
  const { nonce } = useShell()
  const address = addressOfProject(url, project)
  const film = filmOf(recordings)
  const picture = film?.hasPoster ? posterOf(url, film) : undefined
  const videos = videoObjects(url, project, recordings)
  return (
    <>
      <meta name="description" content={descriptionOf(project)} />
      <link rel="canonical" href={address} />
      <meta property="og:type" content={film ? 'video.other' : 'article'} />
      <meta property="og:site_name" content={project.agencyName} />
      <meta property="og:locale" content="id_ID" />
      <meta property="og:title" content={project.title} />
      <meta property="og:description" content={descriptionOf(project)} />
      <meta property="og:url" content={address} />
      {picture && <meta property="og:image" content={picture} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {film && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${url}/oembed?format=json&url=${encodeURIComponent(address)}`}
          title={project.title}
        />
      )}
      {videos.length > 0 && (
        <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: jsonInHtml(videos) }} />
      )}
    </>
  )
}
