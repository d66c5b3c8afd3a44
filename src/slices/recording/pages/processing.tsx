import { numberInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton } from '#web/button.tsx'
import type { Fact } from '#web/facts.tsx'
import { Island } from '#web/island.tsx'
import type { Condition } from '../processing.ts'
import type { KeptFacts } from '../processing-store.ts'
import type { Recording, RecordingKind } from '../recording.ts'

/** How the making of lighter versions stands, where there is anything to be said of it. */
export function ProcessingState({ row: { code, kind, access }, condition, hasLight, mayRetry }: Props) {
  if (condition === null || condition.state === 'done') return null
  const isHidden = kind === 'film' && access === 'public' && !hasLight
  if (condition.state === 'failed') {
    return (
      <Alert kind="late" title="Pengolahan gagal">
        <p>{condition.reason}</p>
        {isHidden && <p>Karena itu film ini belum dapat diputar untuk umum.</p>}
        {mayRetry && <ActButton action={`/dokumentasi/${code}/olah`}>Coba olah lagi</ActButton>}
      </Alert>
    )
  }
  if (condition.state === 'held') {
    return (
      <Alert kind="soon" title="Pengolahan menunggu">
        <p>{condition.reason}</p>
        <p>Pengolahan dimulai lagi dengan sendirinya.</p>
      </Alert>
    )
  }
  if (condition.state === 'toolless') {
    return (
      <Alert>
        <p>
          {kind === 'picture' ? 'Gambar' : 'Film'} disimpan. Versi hemat data dan pratinjau dibuat setelah ffmpeg
          dipasang di server.
        </p>
      </Alert>
    )
  }
  const isWaiting = condition.state === 'waiting' && condition.percent === 0
  return (
    <Island name="processing">
      <div class="processing">
        <p role="status">
          {isWaiting ? 'Menunggu diolah.' : `Diolah ${condition.percent} %.`}{' '}
          {isWaiting ? already[kind] : playable[kind]}
        </p>
        <progress max={100} value={condition.percent} aria-label="Kemajuan pengolahan" />
      </div>
    </Island>
  )
}

/** What can be done with an original that is still worked on. */
const already: Record<RecordingKind, string> = {
  film: 'Sementara itu film diputar dari berkas aslinya, bila peramban mengenalinya.',
  sound: 'Rekaman sudah dapat diputar dari berkas aslinya.',
  picture: 'Gambar sudah dapat dilihat dari berkas aslinya.',
  document: '',
}
const playable = { ...already, film: 'Film sudah dapat diputar.' }

type Props = {
  row: Pick<Recording, 'code' | 'kind' | 'access'>
  condition: Condition | null
  hasLight: boolean
  mayRetry: boolean
}

const codecs: Record<string, string> = { h264: 'H.264', hevc: 'H.265', av1: 'AV1', vp9: 'VP9', aac: 'AAC', mp3: 'MP3' }
const codecIn = (codec: string) => codecs[codec] ?? codec.toUpperCase()

/** What was found in the file itself. */
export function mediaFacts(facts: KeptFacts | undefined): Fact[] {
  if (!facts) return []
  const { width, height, frameRate, videoCodec, audioCodec } = facts
  const rate = frameRate ? `, ${numberInWords(Math.round(frameRate * 100) / 100)} gambar per detik` : ''
  return [
    ...(width && height && videoCodec
      ? [{ term: 'Gambar', detail: `${width} × ${height}${rate}, ${codecIn(videoCodec)}` }]
      : []),
    { term: 'Suara', detail: audioCodec ? codecIn(audioCodec) : 'Tanpa suara' },
  ]
}
