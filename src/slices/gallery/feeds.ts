import { element, xmlDocument } from '#documents/write-xml.ts'
import { addressOfProject, addressOfRecording, descriptionOf } from './share.ts'
import type { ShownProject } from './shown-store.ts'

/** The newest published projects as RSS 2.0, for readers of news. */
export const rssOf = (url: string, projects: ShownProject[]): string =>
  xmlDocument(
    element(
      'rss',
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      element(
        'channel',
        {},
        element('title', {}, 'Galeri proyek perubahan'),
        element('link', {}, `${url}/galeri`),
        element('description', {}, 'Proyek perubahan yang diterbitkan, yang terbaru di atas.'),
        element('language', {}, 'id'),
        element('atom:link', { href: `${url}/feed.xml`, rel: 'self', type: 'application/rss+xml' }),
        ...projects.map((project) => newsOf(url, project)),
      ),
    ),
  )

const newsOf = (url: string, project: ShownProject) =>
  element(
    'item',
    {},
    element('title', {}, project.title),
    element('link', {}, addressOfProject(url, project)),
    element('guid', { isPermaLink: 'true' }, addressOfProject(url, project)),
    element('pubDate', {}, project.publishedAt.toUTCString()),
    element('dc:creator', {}, `${project.unitName}, ${project.agencyName}`),
    element('description', {}, descriptionOf(project)),
    ...project.areas.map((area) => element('category', {}, area)),
  )

/** Addresses that one sitemap may hold (sitemaps.org). */
export const mostInSitemap = 50_000

type Standing = { code: string; changedAt: Date }

/**
 * Where the public pages stand, for searchers; `lastmod` is when the public last saw them change: when they were
 * published, or when a recording was opened, which its project's page shows as well.
 */
export const sitemapOf = (
  url: string,
  { projects, recordings }: { projects: Standing[]; recordings: (Standing & { projectCode: string })[] },
): string => {
  const opened = new Map<string, number>()
  for (const { projectCode, changedAt } of recordings)
    opened.set(projectCode, Math.max(opened.get(projectCode) ?? 0, changedAt.getTime()))
  const pages = [
    ...projects.map((project) => ({
      address: addressOfProject(url, project),
      at: new Date(Math.max(project.changedAt.getTime(), opened.get(project.code) ?? 0)),
    })),
    ...recordings.map((recording) => ({ address: addressOfRecording(url, recording), at: recording.changedAt })),
  ]
  return xmlDocument(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...['/', '/galeri', '/data'].map((path) => element('url', {}, element('loc', {}, `${url}${path}`))),
      ...pages
        .slice(0, mostInSitemap - 3)
        .map(({ address, at }) =>
          element('url', {}, element('loc', {}, address), element('lastmod', {}, at.toISOString())),
        ),
    ),
  )
}

/** What searchers may read: the public face. Everything else would only send them to the sign-in. */
export const robotsOf = (url: string): string =>
  [
    'User-agent: *',
    ...['/$', '/galeri', '/data', '/media/', '/ark:', '/static/', '/feed.xml', '/oai'].map((path) => `Allow: ${path}`),
    'Disallow: /',
    '',
    `Sitemap: ${url}/sitemap.xml`,
    '',
  ].join('\n')
