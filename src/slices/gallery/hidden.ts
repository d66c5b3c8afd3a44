import { type Day, dayInWords } from '#kit/date.ts'
import type { RecordingKind } from '#recording'

/** A recording that is for everybody, with what decides whether everybody sees it. */
export type Meant = {
  kind: RecordingKind
  embargoUntil: Day | null
  /** Of a film: there is a version that may be played by everybody. */
  hasLight: boolean
  /** Of pictures: of one at least there is a copy that does not say where it was taken, or one can be made on the way. */
  isCopied: boolean
  /** How the step that stands in the way is: of a film that is being worked on, failed or waits for a program. */
  processing: 'failed' | 'toolless' | null
}

/** Why everybody does not see a recording that is meant for them, and what helps; null where they do, or will by itself. */
export function whyHidden({ kind, embargoUntil, hasLight, isCopied, processing }: Meant, today: Day): string | null {
  if (embargoUntil !== null && embargoUntil > today) return `Ditunda sampai ${dayInWords(embargoUntil)}.`
  if (kind === 'film' && !hasLight) return ofFilm[processing ?? 'running']
  if (kind === 'picture' && !isCopied) return ofPicture[processing ?? 'running']
  return null
}

const ofFilm = {
  failed:
    'Pengolahannya gagal, jadi belum dapat diputar untuk umum. Buka dokumentasinya untuk sebabnya, lalu coba olah lagi.',
  toolless: 'Belum dapat diputar untuk umum: menunggu ffmpeg dipasang di server.',
  running: 'Masih diolah; dapat diputar untuk umum begitu selesai.',
}

const ofPicture = {
  failed:
    'Gambarnya tidak dapat disalin tanpa keterangan tempat pengambilannya. Ganti dengan JPEG, PNG, atau WebP sampai 20 MB.',
  toolless: 'Salinannya untuk umum belum dapat dibuat: menunggu ffmpeg dipasang di server.',
  running: 'Salinannya untuk umum sedang dibuat; tampil begitu selesai.',
}
