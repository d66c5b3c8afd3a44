import { element, xmlDocument } from '#documents/write-xml.ts'
import { addressOfProject, addressOfRecording, posterOf } from './share.ts'
import type { ShownRecording } from './shown-recording-store.ts'
import type { ShownProject } from './shown-store.ts'

/** What an address of our gallery shows: a project's newest film, or one recording. */
export type InAddress = { of: 'project' | 'recording'; code: string }

/** The project or recording that an address of our gallery shows; undefined for any other address. */
export function codeInAddress(url: string, address: string): InAddress | undefined {
  const [start, rest] = [`${url}/galeri/`, /^(dokumentasi\/)?([0-9a-z]+)\/?(?:[?#].*)?$/]
  const [, folder, code] = address.startsWith(start) ? (rest.exec(address.slice(start.length)) ?? []) : []
  return code === undefined ? undefined : { of: folder === undefined ? 'project' : 'recording', code }
}

/** Pixels that a frame takes where nobody says otherwise: a film of 16 : 9 with a line below it. */
const usual = { width: 640, below: 72 }

/** The frame's width and height within what the other site allows (oEmbed 1.0, 2.2: maxwidth, maxheight). */
export function frameSize(most: { width?: number | undefined; height?: number | undefined }) {
  const byHeight = most.height === undefined ? usual.width : Math.floor(((most.height - usual.below) * 16) / 9)
  const width = Math.max(200, Math.min(usual.width, most.width ?? usual.width, byHeight))
  return { width, height: Math.round((width * 9) / 16) + usual.below }
}

type Framed = { url: string; project: ShownProject; film: ShownRecording; size: { width: number; height: number } }

/** What another site needs to show the film (oEmbed 1.0, 2.3.4: type video). */
export function oembedOf({ url, project, film, size }: Framed): Record<string, string | number> {
  const { width, height } = size
  const source = `${addressOfRecording(url, film)}/bingkai`
  const title = film.title.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  return {
    type: 'video',
    version: '1.0',
    title: film.title,
    author_name: `${project.unitName}, ${project.agencyName}`,
    author_url: addressOfProject(url, project),
    provider_name: project.agencyName,
    provider_url: url,
    ...(film.hasPoster ? { thumbnail_url: posterOf(url, film), thumbnail_width: 640, thumbnail_height: 360 } : {}),
    html: `<iframe src="${source}" width="${width}" height="${height}" title="${title}" allow="fullscreen" loading="lazy" style="border:0"></iframe>`,
    width,
    height,
  }
}

/** The same as XML, for sites that ask so. */
export const oembedXml = (said: Record<string, string | number>): string =>
  xmlDocument(element('oembed', {}, ...Object.entries(said).map(([name, value]) => element(name, {}, String(value)))))
