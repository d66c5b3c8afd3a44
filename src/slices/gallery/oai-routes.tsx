import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { anyone, routes, type Web } from '#web/request.ts'
import {
  arkNameIn,
  formats,
  type HarvestRecord,
  identify,
  type Provider,
  records,
  refusal,
  setsAnswer,
} from './oai/answer.ts'
import { parentSets } from './oai/given.ts'
import { countRecords, findAbout, findRecord, listRecords, listSets } from './oai/harvest-store.ts'
import { type Harvest, type HarvestCursor, type OaiCode, type OaiRequest, readOai, secondOf } from './oai/request.ts'
import { expiryOf, readToken, writeToken } from './oai/token.ts'

/** What the provider is told of the installation. */
export type OaiParts = {
  /** The public origin. */
  url: string
  /** Signs resumption tokens. */
  secret: string
  /** Records on one page of a list. */
  pageSize: number
}

type Asked = { c: Context<Web>; provider: Provider; attributes: Record<string, string>; key: Buffer; pageSize: number }

/** `/oai`: what everybody may see, for catalogues elsewhere, by OAI-PMH 2.0. A fault of theirs is an answer like any. */
export function oaiRoutes({ url, secret, pageSize }: OaiParts) {
  const key = createHmac('sha256', secret).update('oai resumption token').digest()

  const answer = async (c: Context<Web>, pairs: [string, string][]): Promise<Response> => {
    const now = c.get('now')
    const provider = { url: url.replace(/\/$/, ''), now }
    const read = readOai(pairs, (text) => readToken(text, key, now))
    const { attributes } = read
    const asked = { c, provider, attributes, key, pageSize }
    const xml = 'errors' in read ? refusal(provider, attributes, read.errors) : await answerTo(asked, read.request)
    return c.body(xml, 200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-cache' })
  }

  return routes()
    .get('/oai', anyone, (c) => answer(c, [...new URL(c.req.url).searchParams]))
    .post('/oai', anyone, async (c) => answer(c, [...new URLSearchParams(await c.req.text())]))
}

function answerTo(asked: Asked, request: OaiRequest): Promise<string> {
  switch (request.verb) {
    case 'Identify':
      return whoWeAre(asked)
    case 'ListSets':
      return groups(asked)
    case 'ListMetadataFormats':
      return request.identifier === null
        ? Promise.resolve(formats(asked.provider, asked.attributes))
        : one(asked, request.identifier, () => formats(asked.provider, asked.attributes))
    case 'GetRecord':
      return one(asked, request.identifier, (record) =>
        records(asked.provider, asked.attributes, 'GetRecord', [record]),
      )
    default:
      return list(asked, request)
  }
}

const refuse = ({ provider, attributes }: Asked, code: OaiCode, sentence: string) =>
  refusal(provider, attributes, [{ code, sentence }])

async function whoWeAre({ c, provider, attributes }: Asked): Promise<string> {
  const { earliest, agencies } = await findAbout(c.var.database)
  const [only, another] = agencies
  const emails = agencies.flatMap(({ contactEmail }) => contactEmail ?? [])
  const about = {
    name: only && !another ? `Arsip perubahan ${only.name}` : 'Arsip perubahan Rintis',
    // An address that every host of mail has (RFC 2142), where no agency has said its own.
    adminEmails: emails.length > 0 ? emails : [`postmaster@${mailHostOf(provider.url)}`],
    earliest: earliest ?? provider.now,
  }
  return identify(provider, attributes, about)
}

/** The protocol's schema wants a dot in it; a machine that is known by one word has no mail of its own (RFC 2606). */
function mailHostOf(url: string): string {
  const { hostname } = new URL(url)
  return hostname.includes('.') ? hostname : `${hostname}.invalid`
}

async function groups({ c, provider, attributes }: Asked): Promise<string> {
  return setsAnswer(provider, attributes, [...parentSets, ...(await listSets(c.var.database))])
}

async function one(asked: Asked, identifier: string, draw: (record: HarvestRecord) => string): Promise<string> {
  const { c, provider } = asked
  const arkName = arkNameIn(provider, identifier)
  const record = arkName === undefined ? undefined : await findRecord(c.var.database, arkName, provider.now)
  return record ? draw(record) : refuse(asked, 'idDoesNotExist', `${identifier} is none of ours.`)
}

type Listed = Harvest & { verb: 'ListIdentifiers' | 'ListRecords'; after: HarvestCursor | null }

async function list(asked: Asked, { verb, from, until, set, after }: Listed): Promise<string> {
  const { c, provider, attributes, key, pageSize } = asked
  const { now } = provider
  const harvest = { from, until, set }
  // One more than is shown says whether there is another page.
  const found = await listRecords(c.var.database, { ...harvest, after, limit: pageSize + 1 }, now)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  if (!last) return refuse(asked, 'noRecordsMatch', 'Nothing is there of what was asked for.')
  if (after === null && found.length === page.length) return records(provider, attributes, verb, page)
  const total = after?.total ?? (await countRecords(c.var.database, harvest))
  const cursor = after?.cursor ?? 0
  const next = {
    ...harvest,
    changedAt: secondOf(last.changedAt),
    arkName: last.arkName,
    cursor: cursor + page.length,
    total,
  }
  const token = found.length > page.length ? writeToken(next, key, now) : null
  return records(provider, attributes, verb, page, { cursor, total, token, expires: expiryOf(now) })
}
