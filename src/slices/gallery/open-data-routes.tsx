import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { names } from '#files'
import { notFound } from '#kit/refusal.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { type OpenDataName, type OpenDataset, openDatasets } from './open-data.ts'
import { listStates } from './open-data-commands.ts'
import { asCsv, asJson, asSheet, dataPackageOf, type Written } from './open-data-files.ts'
import { listOpenData } from './open-data-store.ts'
import { OpenDataPage } from './pages/open-data-page.tsx'

/** Rows that are read at once: a file grows in pieces of this size, whatever its length. */
const atOnce = 2000

/** Rows of a sheet, which is held in memory as a whole. */
export const mostInSheet = 20_000

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
type Format = keyof typeof mediaTypes

const isDataName = (name: string): name is OpenDataName => Object.hasOwn(openDatasets, name)
/** Of a file that was not looked at yet. */
const none = { tag: null, changedAt: null }

const isFormat = (format: string): format is Format => Object.hasOwn(mediaTypes, format)

/**
 * Files that whoever likes may read from a page of their own. Whoever keeps one asks each time whether it still stands:
 * what is taken back is gone at once (decision 19), and "it does" costs one query. Nothing in between may answer for
 * us, be it for a minute.
 */
const openTo = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
const kept = { 'cache-control': 'public, no-cache' }

/** Whether the reader has what stands here already: by its tag, or, where none is named, by its time (RFC 9110, 13.2.2). */
function isKnown(c: Context<Web>, tag: string, changedAt: Date): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return names(tags, tag)
  return Date.parse(c.req.header('if-modified-since') ?? '') >= changedAt.getTime()
}

/** What HTTP is told of a file as it was last noted: a weak tag, since its rows are read as they are now. */
const noted = (tag: string, changedAt: Date) => ({ etag: `W/${tag}`, 'last-modified': changedAt.toUTCString() })

async function sendData(c: Context<Web>): Promise<Response> {
  const [, name = '', format = ''] = /^([a-z]+)[.]([a-z]+)$/.exec(c.req.param('file') ?? '') ?? []
  if (!isDataName(name) || !isFormat(format)) throw notFound('Berkas data ini tidak ada.')
  const { database, now, url } = c.var
  const { tag: fingerprint, changedAt } = (await listStates(database)).find((state) => state.name === name) ?? none
  const tag = `"${fingerprint}-${format}"`
  const headers = { ...openTo, ...kept, ...(changedAt && noted(tag, changedAt)) }
  if (changedAt && isKnown(c, tag, changedAt)) return c.body(null, 304, headers)
  const whole = {
    ...headers,
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="rintis-${name}.${format}"`,
  }
  const dataset = openDatasets[name] as OpenDataset<unknown>
  if (format === 'xlsx') {
    const rows = await listOpenData(database, name, { after: null, limit: mostInSheet + 1 }, now)
    if (rows.length > mostInSheet)
      throw notFound('Data ini terlalu panjang untuk lembar kerja. Unduh CSV atau JSON-nya.')
    return c.body(new Uint8Array(await writeWorkbook([asSheet(dataset, rows, url)], changedAt ?? now)), 200, whole)
  }
  const written = format === 'csv' ? asCsv(dataset, url) : asJson(dataset, { url, changedAt: changedAt ?? now })
  return c.body(streamed(c, name, written), 200, whole)
}

/** The rows as they are read, no more than a piece of them in memory. */
function streamed(c: Context<Web>, name: OpenDataName, written: Written<unknown>): ReadableStream<Uint8Array> {
  const { database, now } = c.var
  const bytes = new TextEncoder()
  let after: string | null = null
  let count = 0
  return new ReadableStream({
    async pull(controller) {
      const rows: { key: string }[] = await listOpenData(database, name, { after, limit: atOnce }, now)
      const isLast = rows.length < atOnce
      const opens = after === null ? written.opens : ''
      count += rows.length
      const text = `${opens}${written.rows(rows, after === null)}${isLast ? written.closes(count) : ''}`
      if (text !== '') controller.enqueue(bytes.encode(text))
      after = rows.at(-1)?.key ?? after
      if (isLast) controller.close()
    },
  })
}

/** What is public, for programs: as files, each described. */
export const openDataRoutes = routes()
  .get('/data', anyone, async (c) => {
    const states = await listStates(c.var.database)
    return c.render(<OpenDataPage url={c.var.url} states={states} />)
  })
  .get('/data/datapackage.json', anyone, async (c) => {
    const states = await listStates(c.var.database)
    const latest = Math.max(...states.map(({ changedAt }) => (changedAt ?? c.var.now).getTime()))
    return c.json(dataPackageOf(c.var.url, new Date(latest)), 200, { ...openTo, ...kept })
  })
  .get('/data/:file', anyone, sendData)
