import { element, Xml, xmlDocument } from '#documents/write-xml.ts'
import type { DublinCoreStatement } from '#recording'
import { type HarvestToken, metadataPrefix, type OaiError, type OaiRequest, secondOf } from './request.ts'

/** A record as harvesters get it; without metadata it is one that is gone, for ever. */
export type HarvestRecord = {
  arkNaan: string
  arkName: string
  /** To the second. */
  changedAt: Date
  sets: string[]
  metadata: string | null
}

/** A group of records that may be asked for alone. */
export type HarvestSet = { spec: string; name: string }

/** What stands around the answer: the provider's own address, and how its records are named. */
export type Provider = {
  /** Of the installation: https://rintis.example.go.id */
  url: string
  now: Date
}

const protocol = 'http://www.openarchives.org/OAI/2.0/'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'
const dublinCore = `${protocol}oai_dc/`
const at = (space: string, schema: string) => `${space} ${schema}`

/** Where the provider answers, as it says of itself. */
const baseOf = ({ url }: Provider) => `${url.replace(/\/$/, '')}/oai`

const hostOf = ({ url }: Provider) => new URL(url).hostname

/** `oai:<host>:<ARK name>` (oai-identifier scheme). */
export const identifierOf = (provider: Provider, arkName: string): string => `oai:${hostOf(provider)}:${arkName}`

/** The ARK name that an identifier of this provider holds; undefined for any other. */
export function arkNameIn(provider: Provider, identifier: string): string | undefined {
  const before = identifierOf(provider, '')
  const name = identifier.startsWith(before) ? identifier.slice(before.length) : ''
  return /^[0-9a-z]+$/.test(name) ? name : undefined
}

/** The whole answer, in the order that the protocol's schema wants (OAI-PMH 2.0, 3.2). */
const answer = (provider: Provider, attributes: Record<string, string>, ...inside: Xml[]): string =>
  xmlDocument(
    element(
      'OAI-PMH',
      { xmlns: protocol, 'xmlns:xsi': instance, 'xsi:schemaLocation': at(protocol, `${protocol}OAI-PMH.xsd`) },
      element('responseDate', {}, secondOf(provider.now)),
      element('request', attributes, baseOf(provider)),
      ...inside,
    ),
  )

export const refusal = (provider: Provider, attributes: Record<string, string>, errors: OaiError[]): string =>
  answer(provider, attributes, ...errors.map(({ code, sentence }) => element('error', { code }, sentence)))

type About = { name: string; adminEmails: string[]; earliest: Date }

/** Who this provider is (4.2 Identify). What was taken away stays known as deleted. */
export function identify(provider: Provider, attributes: Record<string, string>, about: About): string {
  const says = element(
    'Identify',
    {},
    element('repositoryName', {}, about.name),
    element('baseURL', {}, baseOf(provider)),
    element('protocolVersion', {}, '2.0'),
    ...about.adminEmails.map((email) => element('adminEmail', {}, email)),
    element('earliestDatestamp', {}, secondOf(about.earliest)),
    element('deletedRecord', {}, 'persistent'),
    element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
  )
  return answer(provider, attributes, says)
}

export function formats(provider: Provider, attributes: Record<string, string>): string {
  const one = element(
    'metadataFormat',
    {},
    element('metadataPrefix', {}, metadataPrefix),
    element('schema', {}, `${protocol}oai_dc.xsd`),
    element('metadataNamespace', {}, dublinCore),
  )
  return answer(provider, attributes, element('ListMetadataFormats', {}, one))
}

export function setsAnswer(provider: Provider, attributes: Record<string, string>, sets: HarvestSet[]): string {
  const list = sets.map(({ spec, name }) =>
    element('set', {}, element('setSpec', {}, spec), element('setName', {}, name)),
  )
  return answer(provider, attributes, element('ListSets', {}, ...list))
}

/** What a page of a list says of its own place (3.5): the token of the next, empty on the last page of several. */
export type Going = Pick<HarvestToken, 'cursor' | 'total'> & { token: string | null; expires: Date }

export function records(
  provider: Provider,
  attributes: Record<string, string>,
  verb: Exclude<OaiRequest['verb'], 'Identify' | 'ListSets' | 'ListMetadataFormats'>,
  rows: HarvestRecord[],
  going: Going | null = null,
): string {
  const draw = verb === 'ListIdentifiers' ? header : record
  const list = rows.map((row) => draw(provider, row))
  return answer(provider, attributes, element(verb, {}, ...list, going && resumption(going)))
}

function resumption({ cursor, total, token, expires }: Going): Xml {
  const place = { completeListSize: String(total), cursor: String(cursor) }
  if (token === null) return element('resumptionToken', place)
  return element('resumptionToken', { expirationDate: secondOf(expires), ...place }, token)
}

const record = (provider: Provider, row: HarvestRecord): Xml =>
  element('record', {}, header(provider, row), row.metadata && element('metadata', {}, new Xml(row.metadata)))

const header = (provider: Provider, { arkName, changedAt, sets, metadata }: HarvestRecord): Xml =>
  element(
    'header',
    { status: metadata === null ? 'deleted' : undefined },
    element('identifier', {}, identifierOf(provider, arkName)),
    element('datestamp', {}, secondOf(changedAt)),
    // A group within another is named with it.
    ...sets.filter((spec) => spec.includes(':')).map((spec) => element('setSpec', {}, spec)),
  )

/** A recording's metadata as oai_dc; what refines an element is said as the element. */
export const metadataOf = (statements: DublinCoreStatement[]): string =>
  element(
    'oai_dc:dc',
    {
      ...{ 'xmlns:oai_dc': dublinCore, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:xsi': instance },
      'xsi:schemaLocation': at(dublinCore, `${protocol}oai_dc.xsd`),
    },
    ...statements.map(({ element: name, value }) => element(`dc:${name}`, {}, value)),
  ).text
