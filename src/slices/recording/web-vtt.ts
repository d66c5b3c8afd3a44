import { type Cue, clockOf, flawOfCues, readClock } from './caption.ts'

/** What a file of captions holds, or the sentence with which it is refused. */
export type ReadCaptions = { cues: Cue[] } | { refused: string }

const timing = /^((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s+-->\s+((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s.*)?$/

/**
 * Reads WebVTT, or SRT, which differs by its first line and a comma. Of the marks within a line only who speaks
 * (`<v Name>`), italics and bold are known; the speaker becomes "Name: ", since what is kept is what is read and
 * searched. Settings of place and style are passed over.
 */
export function readCaptions(file: string): ReadCaptions {
  // A NUL is read as a letter that nobody knows (WebVTT, 4.2).
  const text = file
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\ufffd')
    .replace(/\r\n?/g, '\n')
  const blocks = text.split(/\n[ \t]*(?=\n)/)
  const cues: Cue[] = []
  let line = 1
  for (const block of blocks) {
    const from = line + leadingLines(block)
    line += block.split('\n').length
    const lines = block.trim().split('\n')
    if (lines[0] === '' || /^(WEBVTT|NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) continue
    const at = lines.findIndex((one) => one.includes('-->'))
    if (at === -1 || at > 1) return refuse(from, 'di sini seharusnya ada waktu, misalnya 00:00:01.000 --> 00:00:04.000')
    const [, start, end] = timing.exec(lines[at]?.trim() ?? '') ?? []
    const [first, last] = [start, end].map((clock) => readClock(clock ?? ''))
    if (first === undefined || last === undefined) return refuse(from + at, 'waktunya tidak terbaca')
    const said = readText(lines.slice(at + 1).join('\n'))
    if (said === undefined) return refuse(from + at + 1, 'ada tanda < yang tidak dikenal; tulis &lt; untuk tanda itu')
    if (said !== '') cues.push({ start: first, end: last, text: said })
  }
  if (cues.length === 0) return { refused: 'Berkas ini tidak memuat satu baris pun. Simpan sebagai WebVTT atau SRT.' }
  const flaw = flawOfCues(cues)
  return flaw ? { refused: `Baris takarir ke-${flaw.number}: ${flaw.why}` } : { cues }
}

const leadingLines = (block: string) => /^\n*/.exec(block)?.[0].length ?? 0

const refuse = (line: number, why: string): ReadCaptions => ({ refused: `Baris ${line} berkas ini: ${why}.` })

/** What is said, as plain text; undefined where a mark is unknown. */
function readText(marked: string): string | undefined {
  const named = marked
    .replace(/<v(?:\.[^\s<>]*)?\s([^<>]*)>/g, (_, name: string) => `${name.trim()}: `)
    .replace(/<\/?[ib]>|<\/v>/g, '')
  if (named.includes('<')) return undefined
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&amp;': '&' }
  return tidy(named.replace(/&(lt|gt|nbsp|amp);/g, (entity) => entities[entity] ?? entity))
}

/** Lines without spaces around them, and none that is empty: an empty line would end the cue. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

/** The cues as WebVTT, which every browser and archive reads. */
export function writeCaptions(cues: readonly Cue[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const blocks = cues.map(({ start, end, text }) => `${clockOf(start)} --> ${clockOf(end)}\n${escaped(text)}\n`)
  return ['WEBVTT\n', ...blocks].join('\n')
}
