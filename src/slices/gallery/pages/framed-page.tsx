import { Player } from '#recording'
import { asset } from '#web/assets.ts'
import { addressOfProject } from '../share.ts'
import type { ShownRecording } from '../shown-recording-store.ts'
import type { ShownProject } from '../shown-store.ts'

type Props = { url: string; project: ShownProject; film: ShownRecording }

/** The film alone, to stand in a page of another site; its title leads back to the project. */
export const FramedPage = ({ url, project, film }: Props) => (
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
          src={`/media/${film.code}/film.mp4`}
          poster={film.hasPoster ? `/media/${film.code}/poster.webp` : undefined}
        />
        <h1>
          <a href={addressOfProject(url, project)} target="_blank" rel="noopener">
            {project.title}
          </a>
        </h1>
        <p class="quiet-words">{project.agencyName}</p>
      </main>
    </body>
  </html>
)
