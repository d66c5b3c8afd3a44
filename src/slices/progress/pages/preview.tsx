import { addressOf, familyOf, mostTries } from '#files'
import { safeHref } from '#kit/text.ts'
import { ButtonLink } from '#web/button.tsx'
import type { EvidenceRow } from '../evidence-store.ts'

/** What browsers draw of themselves; of other pictures (HEIC, TIFF) they show nothing. */
const drawn = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']

/** What browsers play; the rest (AVI, MKV, MPEG) they hand on. */
const played = [
  'video/mp4',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
]

/** The proof itself as far as a browser shows it, and the way to the original. */
export function Preview({ piece }: { piece: EvidenceRow }) {
  const { file, link, name, state, preview, pdf } = piece
  if (link !== null)
    return (
      <p>
        <a href={safeHref(link)} rel="noopener noreferrer">
          {link}
        </a>
      </p>
    )
  if (file === null) return <p>{state === 'withdrawn' ? 'Berkasnya sudah dihapus.' : 'Berkasnya tidak ada lagi.'}</p>
  const address = addressOf(file)
  const family = familyOf(file.mediaType)
  const isPlayed = played.includes(file.mediaType)
  const isOpened = family === 'pdf' || (family === 'text' && file.mediaType !== 'text/csv')
  return (
    <div class="spaced">
      {drawn.includes(file.mediaType) ? (
        <a href={address}>
          <img class="preview" src={address} alt={`Pratinjau ${name}`} loading="lazy" />
        </a>
      ) : family === 'film' && isPlayed ? (
        // biome-ignore lint/a11y/useMediaCaption: it is shown as it was brought; nobody has written captions for it
        <video class="preview" src={address} controls preload="metadata" aria-label={name} />
      ) : family === 'sound' && isPlayed ? (
        // biome-ignore lint/a11y/useMediaCaption: as above
        <audio src={address} controls preload="metadata" aria-label={name} />
      ) : preview ? (
        <a href={addressOf(pdf ?? file)}>
          <img class="preview" src={addressOf(preview)} alt={`Halaman pertama ${name}`} loading="lazy" />
        </a>
      ) : (
        <p>
          {isOpened ? 'Tidak ada pratinjau. Peramban menampilkan berkasnya pada halaman tersendiri.' : unseen(piece)}
        </p>
      )}
      <div class="actions">
        {pdf && <ButtonLink href={addressOf(pdf)}>Lihat sebagai PDF</ButtonLink>}
        {isOpened && <ButtonLink href={address}>{family === 'pdf' ? 'Buka PDF' : 'Buka berkas'}</ButtonLink>}
        <ButtonLink href={`${address}?unduh`}>Unduh berkas asli</ButtonLink>
      </div>
    </div>
  )
}

/** Why nothing of the file is shown, and how it is seen. The page does not know whether this server has LibreOffice. */
function unseen({ file, pdf, previewTries }: EvidenceRow): string {
  const family = familyOf(file?.mediaType ?? '')
  if (pdf) return 'Tidak ada gambar halaman pertamanya. Isinya dapat dilihat sebagai PDF.'
  if (family !== 'document' && family !== 'sheet' && family !== 'slides')
    return 'Pratinjau tidak tersedia untuk jenis berkas ini. Unduh berkasnya untuk melihat isinya.'
  if (previewTries >= mostTries)
    return 'Pratinjau tidak dapat dibuat dari berkas ini. Unduh berkasnya untuk melihat isinya.'
  return 'Belum ada pratinjau. Server yang dilengkapi LibreOffice membuatnya beberapa saat setelah berkas masuk. Unduh berkasnya untuk melihat isinya.'
}
