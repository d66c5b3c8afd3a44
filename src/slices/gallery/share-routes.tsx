import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { render } from 'preact-render-to-string'
import * as z from 'zod'
import { forAgency } from '#db'
import { names } from '#files'
import { notFound } from '#kit/refusal.ts'
import { listCaptions } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { mostInSitemap, robotsOf, rssOf, sitemapOf } from './feeds.ts'
import { codeInAddress, frameSize, type InAddress, oembedOf, oembedXml } from './oembed.ts'
import { FramedPage } from './pages/framed-page.tsx'
import { filmOf } from './share.ts'
import { listShownRecordingCodes, listShownRecordings } from './shown-recording-store.ts'
import { findShown, listShown, listShownCodes } from './shown-store.ts'
import { findShownAround } from './shown-view.ts'
import { findGoneProject } from './tombstone-store.ts'

/** News that a reader gets at once. */
const mostNews = 50

/** What is taken back is gone at once (decision 19): a reader asks each time, and gets it only where it changed. */
function send(c: Context<Web>, type: string, text: string) {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { etag: tag, 'cache-control': 'public, no-cache' }
  const known = c.req.header('if-none-match')
  if (known !== undefined && names(known, tag)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': `${type}; charset=utf-8` })
}

const pixels = z.coerce.number().int().positive().optional().catch(undefined)
const asked = z.object({
  url: z.string().catch(''),
  format: z.string().default('json'),
  maxwidth: pixels,
  maxheight: pixels,
})

/** The film that an address shows: one recording, or the newest of a project; undefined where none is public. */
async function findFramed(c: Context<Web>, { of, code }: InAddress) {
  const { database, now } = c.var
  if (of === 'recording') {
    const found = await findShownAround(database, code, now)
    const film = found && filmOf([found.recording])
    return film && { project: found.project, film }
  }
  const project = await findShown(database, code)
  const film = project && filmOf(await listShownRecordings(database, project, now))
  return film && { project, film }
}

/**
 * A page of another site may hold this one and no other of ours. The older header cannot say "everybody"; browsers
 * that know the policy pass it over.
 */
const framedPolicy = [
  "default-src 'none'",
  ...["style-src 'self'", "img-src 'self'", "media-src 'self'", "font-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", 'frame-ancestors *'],
].join('; ')

/** What other sites read of the public face: news, a list for searchers, and how to show a film of ours. */
export const shareRoutes = routes()
  .get('/feed.xml', anyone, async (c) =>
    send(c, 'application/rss+xml', rssOf(c.var.url, await listShown(c.var.database, mostNews))),
  )
  .get('/sitemap.xml', anyone, async (c) =>
    send(
      c,
      'application/xml',
      sitemapOf(c.var.url, {
        projects: await listShownCodes(c.var.database, mostInSitemap),
        recordings: await listShownRecordingCodes(c.var.database, c.var.now, mostInSitemap),
      }),
    ),
  )
  .get('/robots.txt', anyone, (c) => c.text(robotsOf(c.var.url)))
  .get('/oembed', anyone, async (c) => {
    const { url, format, maxwidth, maxheight } = asked.parse(c.req.query())
    if (format !== 'json' && format !== 'xml') return c.text('Bentuk ini tidak tersedia; mintalah json atau xml.', 501)
    const there = codeInAddress(c.var.url, url)
    const framed = there && (await findFramed(c, there))
    if (!framed) {
      // Of what was never before the public nothing is said, not even that it is there.
      const isGone = there?.of === 'project' && (await findGoneProject(c.var.database, there.code)) !== undefined
      return c.text(isGone ? 'Film ini tidak terbuka untuk umum.' : 'Tidak ada film di alamat ini.', isGone ? 401 : 404)
    }
    const said = oembedOf({ url: c.var.url, ...framed, size: frameSize({ width: maxwidth, height: maxheight }) })
    if (format === 'xml') return send(c, 'text/xml', oembedXml(said))
    return send(c, 'application/json', JSON.stringify(said))
  })
  .get('/galeri/dokumentasi/:code/bingkai', anyone, (c) => frame(c, 'recording'))
  .get('/galeri/:code/bingkai', anyone, (c) => frame(c, 'project'))

/** The film alone, for a page of another site. */
async function frame(c: Context<Web>, of: InAddress['of']) {
  const framed = await findFramed(c, { of, code: c.req.param('code') ?? '' })
  if (!framed) throw notFound('Film ini tidak ada, atau tidak diterbitkan.')
  const { film, project } = framed
  const captions = await listCaptions(forAgency(c.var.database, project.agencyId), [film.id])
  const tracks = captions.map(({ track }) => track)
  const page = render(<FramedPage url={c.var.url} {...{ film, project, tracks }} />)
  return c.html(`<!doctype html>${page}`, 200, {
    'content-security-policy': framedPolicy,
    'cross-origin-resource-policy': 'cross-origin',
  })
}
