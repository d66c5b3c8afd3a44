import { render } from 'preact-render-to-string'

export type IndexedObject = {
  ark: string
  title: string
  description: string
  project: string
  unit: string
  kind: string
  /** Who might see it when the bag was made. */
  access: string
  /** What became of it; null while it is kept. */
  gone: 'removed' | 'destroyed' | null
  recordedOn: string | null
  /** The address of its original from this page; undefined where it has none any more. */
  original: string | undefined
  /** Of a set of pictures: all of them, in their order. */
  pictures: { original: string; caption: string }[]
  folder: string
}

const kinds: Record<string, string> = { film: 'Film', sound: 'Rekaman suara', picture: 'Gambar', document: 'Dokumen' }

const goneWords = { removed: 'Sudah dihapus dari daftar', destroyed: 'Sudah dimusnahkan; tinggal keterangannya' }

/** Plain enough for any browser of any decade; it asks nothing of anybody else's machine. */
const style = `body{font:1rem/1.5 sans-serif;max-width:50rem;margin:auto;padding:1rem;color:#1a1a1a;background:#fff}
video,img{max-width:100%}audio{width:100%}article{border-top:1px solid #767676;padding-block:1rem}dt{font-weight:bold}
dd{margin:0 0 .5rem}p,dd{overflow-wrap:anywhere}a{color:#0b4f8a}.desc{white-space:pre-line}`

/** The contents of a bag, to be read with nothing but a browser. */
export const bagIndex = (title: string, objects: readonly IndexedObject[]): string =>
  `<!doctype html>\n${render(
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <p>
            Kantong arsip ini memuat {objects.length} dokumentasi. Setiap dokumentasi ada di foldernya sendiri: berkas
            asli, keterangan (dc.xml, metadata.json), dan riwayat pelestarian (premis.json).
          </p>
          <p>
            Isinya lebih banyak daripada yang terbuka untuk umum: dokumentasi dengan akses instansi dan tim, surat
            persetujuan mereka yang terekam, berkas asli terdahulu, keputusan retensi, dan yang sudah dihapus atau
            dimusnahkan. Akses setiap dokumentasi disebut di bawah. Serahkan hanya kepada yang berhak menyimpannya.
          </p>
        </header>
        <main>
          {objects.map((one) => (
            <IndexArticle key={one.ark} {...one} />
          ))}
        </main>
      </body>
    </html>,
  )}\n`

const IndexArticle = (one: IndexedObject) => (
  <article id={one.folder}>
    <h2>{one.title}</h2>
    {one.pictures.length > 0 ? <Pictures {...one} /> : one.original && <Original {...one} original={one.original} />}
    {one.description && <p class="desc">{one.description}</p>}
    <dl>
      <dt>Jenis</dt>
      <dd>{kinds[one.kind] ?? one.kind}</dd>
      <dt>Akses</dt>
      <dd>
        {one.access}
        {one.gone && `. ${goneWords[one.gone]}`}
      </dd>
      <dt>Proyek</dt>
      <dd>
        {one.project}, {one.unit}
      </dd>
      {one.recordedOn && (
        <>
          <dt>Direkam</dt>
          <dd>{one.recordedOn}</dd>
        </>
      )}
      <dt>Alamat tetap</dt>
      <dd>{one.ark}</dd>
      <dt>Folder</dt>
      <dd>
        <a href={`objects/${one.folder}/dc.xml`}>dc.xml</a> ·{' '}
        <a href={`objects/${one.folder}/metadata.json`}>metadata.json</a> ·{' '}
        <a href={`objects/${one.folder}/premis.json`}>premis.json</a>
      </dd>
    </dl>
  </article>
)

const Pictures = ({ title, pictures }: IndexedObject) => (
  <ol>
    {pictures.map(({ original, caption }, at) => (
      <li key={original}>
        <a href={original}>
          <img loading="lazy" src={original} alt={caption || `${title}, gambar ${at + 1}`} />
        </a>
        {caption && <p>{caption}</p>}
      </li>
    ))}
  </ol>
)

function Original({ kind, title, original }: IndexedObject & { original: string }) {
  const label = `Berkas asli: ${title}`
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: captions lie beside it where people have written them */}
      {kind === 'film' && <video controls preload="none" src={original} aria-label={title} />}
      {/* biome-ignore lint/a11y/useMediaCaption: as above */}
      {kind === 'sound' && <audio controls preload="none" src={original} aria-label={title} />}
      {kind === 'picture' && <img loading="lazy" src={original} alt={title} />}
      <p>
        <a href={original}>{label}</a>
      </p>
    </>
  )
}
