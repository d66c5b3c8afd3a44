import { filmMedia, Player } from '#recording'
import { asset } from '#web/assets.ts'
import { addressOfRecording, mediaPath } from '../share.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'

type Props = { url: string; project: ShownProject; film: ShownRecording; tracks: string[] }

/** The film alone, to stand in a page of another site; its title leads to its own page. */
export const FramedPage = ({ url, project, film, tracks }: Props) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{film.title}</title>
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={asset('rintis.css')} />
    </head>
    <body class="framed">
      <main class="film">
        <Player
          kind={film.kind}
          title={film.title}
          src={mediaPath(film)}
          poster={film.hasPoster ? `/media/${film.code}/poster.webp` : undefined}
          media={filmMedia(film.code, tracks, [])}
        />
        <h1>
          <a href={addressOfRecording(url, film)} target="_blank" rel="noopener">
            {film.title}
          </a>
        </h1>
        <p class="quiet-words">
          {project.title}, {project.agencyName}
        </p>
      </main>
    </body>
  </html>
)
