import type { ComponentChildren, VNode } from 'preact'
import type { Form } from '#kit/form.ts'
import { asset } from './assets.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { DeskHead, Rail } from './desk-frame.tsx'
import { IslandContext, type IslandCount } from './island.tsx'
import { ReadingHead } from './reading-frame.tsx'
import { useShell } from './shell.tsx'
import { Toast } from './toast-strip.tsx'

export type PageProps = {
  /** What the page is, in the browser's tab and, unless `heading` says it better, as its heading. */
  title: string
  /** The heading where it speaks: "Tujuh hal menunggu Anda." */
  heading?: ComponentChildren
  /** The sentence below the heading. */
  lead?: ComponentChildren
  breadcrumbs?: Crumb[]
  /** Links and buttons beside the heading; at most one of them primary. */
  actions?: ComponentChildren
  /** The form that the page is about: when it came back, the browser's tab says so. */
  form?: Form
  /** What else stands in the document's head: a card for other sites. */
  head?: ComponentChildren
  children?: ComponentChildren
}

/** A page for whoever is signed in: rail (a bar below on a phone), head, and the whole width for the work. */
export function DeskPage(props: PageProps) {
  const shell = useShell()
  return (
    <Document {...props} frame="desk">
      <DeskHead />
      <Rail path={shell.path} places={shell.signedIn?.places ?? []} />
      <Main {...props} />
    </Document>
  )
}

/** A public page, a long form, signing in: a thin head and a measure for reading. */
export const ReadingPage = (props: PageProps) => (
  <Document {...props} frame="reading">
    <ReadingHead />
    <Main {...props} />
  </Document>
)

/** What browsers paint around the page: the token `paper`, which a meta element cannot name. */
export const themeColours = { light: '#fbfaf7', dark: '#171613' }

function Document({ title, form, head, frame, children }: PageProps & { frame: 'desk' | 'reading' }): VNode {
  const count: IslandCount = { found: 0 }
  const hasErrors = Object.keys(form?.errors ?? {}).length > 0
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${hasErrors ? 'Kesalahan: ' : ''}${title} · Rintis`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content={themeColours.light} />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content={themeColours.dark} />
        <link rel="preload" href={asset(font)} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('rintis.css')} />
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        {head}
      </head>
      <body class={frame}>
        <a class="skip" href="#isi">
          Langsung ke isi
        </a>
        <IslandContext.Provider value={count}>
          {children}
          <IslandScript count={count} />
        </IslandContext.Provider>
      </body>
    </html>
  )
}

const font = 'plus-jakarta-sans-latin-wght-normal.woff2'

/** Drawn last, when it is known whether any island stands above. */
function IslandScript({ count }: { count: IslandCount }) {
  const { nonce } = useShell()
  if (count.found === 0) return null
  return <script type="module" src={asset('islands.js')} nonce={nonce} />
}

function Main({ title, heading, lead, breadcrumbs, actions, children }: PageProps) {
  const { toast } = useShell()
  return (
    <main id="isi" tabIndex={-1}>
      {toast && <Toast>{toast}</Toast>}
      <div class="page-head">
        <div class="page-title">
          {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
          <h1>{heading ?? title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </main>
  )
}
