const megabyte = 1_000_000

/** Families of files that a form may ask for. */
export const families = ['document', 'sheet', 'slides', 'pdf', 'picture', 'text', 'film', 'sound', 'markup'] as const
export type Family = (typeof families)[number]

/** One kind of file that may be kept. */
export type FileKind = {
  family: Family
  /** What it is served as. */
  mediaType: string
  /** Names that `file-type` may give its content. */
  content: readonly string[]
  /** Bytes; films are bound by the installation's own limit alone. */
  largest: number
}

const kind = (family: Family, mediaType: string, content: string, largest: number): FileKind => ({
  family,
  mediaType,
  content: content.split(' '),
  largest,
})

const office = 100 * megabyte
const pdf = 200 * megabyte
const picture = 50 * megabyte
const text = 10 * megabyte
const opened = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/**
 * The kinds that may be kept, by extension. `text` stands for content that is valid text and nothing else; `cfb` for
 * the container of Office 97 to 2003. What browsers would carry out (markup) is only ever handed out as a download.
 */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  pdf: kind('pdf', 'application/pdf', 'pdf', pdf),
  docx: kind('document', `${opened}.wordprocessingml.document`, 'docx', office),
  xlsx: kind('sheet', `${opened}.spreadsheetml.sheet`, 'xlsx', office),
  pptx: kind('slides', `${opened}.presentationml.presentation`, 'pptx', office),
  ppsx: kind('slides', `${opened}.presentationml.slideshow`, 'ppsx', office),
  odt: kind('document', `${openDocument}.text`, 'odt', office),
  ods: kind('sheet', `${openDocument}.spreadsheet`, 'ods', office),
  odp: kind('slides', `${openDocument}.presentation`, 'odp', office),
  doc: kind('document', 'application/msword', 'cfb', office),
  xls: kind('sheet', 'application/vnd.ms-excel', 'cfb', office),
  ppt: kind('slides', 'application/vnd.ms-powerpoint', 'cfb', office),
  jpg: kind('picture', 'image/jpeg', 'jpg', picture),
  jpeg: kind('picture', 'image/jpeg', 'jpg', picture),
  png: kind('picture', 'image/png', 'png apng', picture),
  gif: kind('picture', 'image/gif', 'gif', picture),
  webp: kind('picture', 'image/webp', 'webp', picture),
  avif: kind('picture', 'image/avif', 'avif', picture),
  heic: kind('picture', 'image/heic', 'heic', picture),
  tif: kind('picture', 'image/tiff', 'tif', picture),
  tiff: kind('picture', 'image/tiff', 'tif', picture),
  txt: kind('text', 'text/plain', 'text', text),
  csv: kind('text', 'text/csv', 'text', text),
  vtt: kind('text', 'text/vtt', 'text vtt', text),
  srt: kind('text', 'text/plain', 'text', text),
  mp4: kind('film', 'video/mp4', 'mp4 m4v', Number.POSITIVE_INFINITY),
  m4v: kind('film', 'video/mp4', 'm4v mp4', Number.POSITIVE_INFINITY),
  mov: kind('film', 'video/quicktime', 'mov', Number.POSITIVE_INFINITY),
  webm: kind('film', 'video/webm', 'webm', Number.POSITIVE_INFINITY),
  mkv: kind('film', 'video/matroska', 'mkv', Number.POSITIVE_INFINITY),
  avi: kind('film', 'video/vnd.avi', 'avi', Number.POSITIVE_INFINITY),
  '3gp': kind('film', 'video/3gpp', '3gp 3g2', Number.POSITIVE_INFINITY),
  mpg: kind('film', 'video/mpeg', 'mpg', Number.POSITIVE_INFINITY),
  mts: kind('film', 'video/mp2t', 'mts', Number.POSITIVE_INFINITY),
  mp3: kind('sound', 'audio/mpeg', 'mp3', Number.POSITIVE_INFINITY),
  m4a: kind('sound', 'audio/mp4', 'm4a mp4', Number.POSITIVE_INFINITY),
  aac: kind('sound', 'audio/aac', 'aac', Number.POSITIVE_INFINITY),
  wav: kind('sound', 'audio/wav', 'wav', Number.POSITIVE_INFINITY),
  ogg: kind('sound', 'audio/ogg', 'ogg oga opus', Number.POSITIVE_INFINITY),
  flac: kind('sound', 'audio/flac', 'flac', Number.POSITIVE_INFINITY),
  svg: kind('markup', 'image/svg+xml', 'text xml', text),
  xml: kind('markup', 'application/xml', 'text xml', text),
  html: kind('markup', 'text/html', 'text xml', text),
}

/** The extension of a file name in lower case, without its dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The families that a form asks for, as `accept` of a file field says it. */
export const acceptOf = (wanted: readonly Family[]): string =>
  Object.keys(fileKinds)
    .filter((extension) => wanted.includes(fileKinds[extension]?.family ?? 'markup'))
    .map((extension) => `.${extension}`)
    .join(',')

/** The media types of these families, as they are stored. */
export const mediaTypesOf = (wanted: readonly Family[]): string[] => [
  ...new Set(
    Object.values(fileKinds)
      .filter(({ family }) => wanted.includes(family))
      .map(({ mediaType }) => mediaType),
  ),
]

const words: Record<Family, string> = {
  document: 'dokumen Word',
  sheet: 'lembar kerja Excel',
  slides: 'salindia',
  pdf: 'PDF',
  picture: 'gambar',
  text: 'teks atau CSV',
  film: 'film',
  sound: 'rekaman suara',
  markup: 'HTML atau XML',
}

/** "PDF", "lembar kerja Excel" */
export const familyInWords = (family: Family): string => words[family]

/** "PDF, gambar, atau film": what a field takes. */
export const familiesInWords = (families: readonly Family[]): string => {
  const last = families.length - 1
  const named = families.map(familyInWords)
  if (last < 2) return named.join(' atau ')
  return `${named.slice(0, last).join(', ')}, atau ${named[last]}`
}

/** The extension that files of this stored media type usually have. */
export const usualExtension = (mediaType: string): string =>
  Object.keys(fileKinds).find((extension) => fileKinds[extension]?.mediaType === mediaType) ?? ''

/** The family that a stored media type belongs to. */
export const familyOf = (mediaType: string): Family | undefined =>
  Object.values(fileKinds).find((one) => one.mediaType === mediaType)?.family
