import type { ComponentChildren } from 'preact'
import { useShell } from './shell.tsx'

export type PageProps = { title: string; lead?: string; children: ComponentChildren }

/** A page of the desk: for people who are signed in. */
export const DeskPage = (props: PageProps) => <Document {...props} />

/** A page of the reading room: public pages, long forms, sign-in. */
export const ReadingPage = (props: PageProps) => <Document {...props} />

function Document({ title, lead, children }: PageProps) {
  const { toast } = useShell()
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Rintis`}</title>
      </head>
      <body>
        <main>
          {toast && <p role="status">{toast}</p>}
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
          {children}
        </main>
      </body>
    </html>
  )
}
