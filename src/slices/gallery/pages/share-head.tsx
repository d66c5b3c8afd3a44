import { useShell } from '#web/shell.tsx'
import { jsonInHtml } from '../share.ts'

type Props = {
  url: string
  /** The page's own address. */
  address: string
  title: string
  siteName: string
  description: string
  type: 'article' | 'video.other'
  picture: string | undefined
  /** Whether another site may hold its film. */
  isFramed: boolean
  /** What stands here, as searchers know it. */
  objects: Record<string, unknown>[]
}

/** What others show of a public page: the card of a messenger, the searcher's film, the frame of another site. */
export function ShareHead(props: Props) {
  const { nonce } = useShell()
  const { url, address, title, siteName, description, type, picture, isFramed, objects } = props
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content="id_ID" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      {picture && <meta property="og:image" content={picture} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {isFramed && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`${url}/oembed?format=json&url=${encodeURIComponent(address)}`}
          title={title}
        />
      )}
      {objects.length > 0 && (
        <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: jsonInHtml(objects) }} />
      )}
    </>
  )
}
