import { listInWords } from '#kit/text.ts'
import type { Edition } from './edition.ts'
import type { Entry } from './entry.ts'

/** What is known of the film that an entry's link leads to; null where it is not known. */
export type Film = {
  id: string
  code: string
  title: string
  language: string
  seconds: number | null
  height: number | null
}

/** How one part of a video stands before the edition's rule. */
export type VideoFinding = { state: 'good' | 'wrong' | 'unknown'; sentence: string }

/**
 * A video before its edition's rule (length, height, language, place). What nobody measured is unknown, never good: that
 * it can be opened by everybody, only a person can see.
 */
export function findingsOf(rule: Edition['video'], url: string, film: Film | null): VideoFinding[] {
  if (url === '') return rule.required ? [{ state: 'wrong', sentence: 'Isi tautan video.' }] : []
  return [placeOf(rule, url), lengthOf(rule, film), heightOf(rule, film), languageOf(rule, film)].flatMap(
    (finding) => finding ?? [],
  )
}

function placeOf({ hosts }: Edition['video'], url: string): VideoFinding | null {
  if (hosts.length === 0) return null
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  if (hosts.some((one) => host === one || host.endsWith(`.${one}`)))
    return { state: 'good', sentence: `Tautan video berada di ${host}.` }
  return { state: 'wrong', sentence: `Tautan video harus di ${hosts.join(' atau ')}.` }
}

function lengthOf({ mostSeconds }: Edition['video'], film: Film | null): VideoFinding | null {
  if (mostSeconds === null) return null
  const most = minutes(mostSeconds)
  if (film?.seconds == null)
    return { state: 'unknown', sentence: `Panjang video belum diketahui; paling lama ${most}.` }
  return film.seconds > mostSeconds
    ? { state: 'wrong', sentence: `Video ${minutes(film.seconds)}, lebih lama dari ${most}.` }
    : { state: 'good', sentence: `Video ${minutes(film.seconds)}, paling lama ${most}.` }
}

function heightOf({ leastHeight }: Edition['video'], film: Film | null): VideoFinding | null {
  if (leastHeight === null) return null
  const least = `${leastHeight} piksel`
  if (film?.height == null)
    return { state: 'unknown', sentence: `Tinggi gambar video belum diketahui; paling sedikit ${least}.` }
  return film.height < leastHeight
    ? { state: 'wrong', sentence: `Tinggi gambar video ${film.height} piksel, kurang dari ${least}.` }
    : { state: 'good', sentence: `Tinggi gambar video ${film.height} piksel.` }
}

function languageOf({ language }: Edition['video'], film: Film | null): VideoFinding | null {
  if (language === null) return null
  const wanted = languages[language] ?? language
  if (!film) return { state: 'unknown', sentence: `Bahasa video belum diketahui; diminta ${wanted}.` }
  return film.language === language
    ? { state: 'good', sentence: `Video berbahasa ${wanted}.` }
    : { state: 'wrong', sentence: `Video tidak berbahasa ${wanted}: sertakan takarir, atau pilih film lain.` }
}

const languages: Record<string, string> = { id: 'Indonesia', en: 'Inggris', jv: 'Jawa', su: 'Sunda' }

/** "4 menit 30 detik" */
function minutes(seconds: number): string {
  const [whole, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)]
  const parts = [...(whole > 0 ? [`${whole} menit`] : []), ...(rest > 0 ? [`${rest} detik`] : [])]
  return parts.join(' ') || '0 detik'
}

/** Whether a link belongs to what is sent: the edition asks for one, or its authors give one. */
export const asksVideo = ({ video }: Edition, { videoUrl }: Pick<Entry, 'videoUrl'>): boolean =>
  video.required || videoUrl !== ''

/** The rule in a sentence, for the page of an edition. */
export function videoInWords({ video, provenance }: Pick<Edition, 'video' | 'provenance'>): string {
  const { required, mostSeconds, leastHeight, language, hosts, shows } = video
  if (!required && provenance.video.certainty === 'unknown') return 'Belum diketahui apakah video diminta.'
  if (!required) return 'Video tidak diminta.'
  const parts = [
    mostSeconds === null ? 'panjang belum diketahui' : `paling lama ${minutes(mostSeconds)}`,
    ...(leastHeight === null ? [] : [`gambar paling sedikit ${leastHeight} piksel`]),
    ...(language === null ? [] : [`berbahasa ${languages[language] ?? language}`]),
    ...(hosts.length === 0 ? [] : [`di ${hosts.join(' atau ')}`]),
    ...(shows.length === 0 ? [] : [`memuat ${listInWords(shows)}`]),
  ]
  return `Video diminta: ${parts.join(', ')}.`
}
