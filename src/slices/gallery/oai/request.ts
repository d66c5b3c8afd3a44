/** The errors of OAI-PMH 2.0 (3.6) that this provider can have to say. */
export type OaiCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'

export type OaiError = { code: OaiCode; sentence: string }

/** What is asked of a list: instants in seconds, both included. */
export type Harvest = { from: string | null; until: string | null; set: string | null }

/** Where a harvest goes on: after which record, how many were given before, and how many there are in all. */
export type HarvestCursor = { changedAt: string; arkName: string; cursor: number; total: number }

export type HarvestToken = Harvest & HarvestCursor

export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'GetRecord'; identifier: string }
  | ({ verb: 'ListIdentifiers' | 'ListRecords'; after: HarvestCursor | null } & Harvest)

/** The request as understood, or why it cannot be; `attributes` is what an answer repeats of it. */
export type OaiRead = { attributes: Record<string, string> } & ({ request: OaiRequest } | { errors: OaiError[] })

/** The one format in which records are given; every provider must (OAI-PMH 2.0, 4.2). */
export const metadataPrefix = 'oai_dc'

const lists = { needed: ['metadataPrefix'], may: ['from', 'until', 'set'], alone: 'resumptionToken' }

/** OAI-PMH 2.0, 4: the arguments of each verb, and the one that stands alone. */
const verbs: Record<OaiRequest['verb'], { needed: string[]; may: string[]; alone?: string }> = {
  Identify: { needed: [], may: [] },
  ListSets: { needed: [], may: [], alone: 'resumptionToken' },
  ListMetadataFormats: { needed: [], may: ['identifier'] },
  GetRecord: { needed: ['identifier', 'metadataPrefix'], may: [] },
  ListIdentifiers: lists,
  ListRecords: lists,
}

const isVerb = (verb: string): verb is OaiRequest['verb'] => Object.hasOwn(verbs, verb)

/**
 * Reads the arguments of a request, in which names may be repeated. After a wrong verb or argument nothing of the
 * request is repeated in the answer (3.2). `readToken` says what a resumption token of ours holds.
 */
export function readOai(
  pairs: readonly (readonly [string, string])[],
  readToken: (text: string) => HarvestToken | undefined,
): OaiRead {
  const given = pairs.filter(([name]) => name === 'verb').map(([, value]) => value)
  const [verb = ''] = given
  if (given.length !== 1 || !isVerb(verb)) return refused('badVerb', 'The verb is missing, unknown or repeated.')
  const rest = pairs.filter(([name]) => name !== 'verb')
  const wrong = wrongArguments(verb, rest)
  if (wrong !== null) return refused('badArgument', wrong)
  const values: Record<string, string> = Object.fromEntries(rest)
  const attributes = { verb, ...values }
  if (values.resumptionToken !== undefined) return goOn(verb, readToken(values.resumptionToken), attributes)
  if (values.metadataPrefix !== undefined && values.metadataPrefix !== metadataPrefix)
    return { attributes, errors: [{ code: 'cannotDisseminateFormat', sentence: `Only ${metadataPrefix} is given.` }] }
  const { identifier } = values
  if (verb === 'Identify' || verb === 'ListSets') return { attributes, request: { verb } }
  if (verb === 'ListMetadataFormats') return { attributes, request: { verb, identifier: identifier ?? null } }
  if (verb === 'GetRecord') return { attributes, request: { verb, identifier: identifier ?? '' } }
  const { from, until, set } = values
  const span = {
    from: from === undefined ? null : firstSecond(from),
    until: until === undefined ? null : lastSecond(until),
  }
  return { attributes, request: { verb, ...span, set: set ?? null, after: null } }
}

function goOn(verb: OaiRequest['verb'], token: HarvestToken | undefined, attributes: Record<string, string>): OaiRead {
  if (!token || (verb !== 'ListIdentifiers' && verb !== 'ListRecords')) {
    const sentence = 'The resumption token is not one of ours, or its day has passed.'
    return { attributes, errors: [{ code: 'badResumptionToken', sentence }] }
  }
  const { from, until, set, ...after } = token
  return { attributes, request: { verb, from, until, set, after } }
}

function wrongArguments(verb: OaiRequest['verb'], pairs: readonly (readonly [string, string])[]): string | null {
  const { needed, may, alone } = verbs[verb]
  const names = pairs.map(([name]) => name)
  const repeated = names.find((name, at) => names.indexOf(name) !== at)
  if (repeated !== undefined) return `The argument ${repeated} is repeated.`
  const unknown = names.find((name) => ![...needed, ...may, alone].includes(name))
  if (unknown !== undefined) return `The argument ${unknown} is not one of ${verb}.`
  if (alone !== undefined && names.includes(alone))
    return names.length === 1 ? null : `The argument ${alone} stands alone.`
  const missing = needed.find((name) => !names.includes(name))
  if (missing !== undefined) return `The argument ${missing} is missing.`
  const { from, until, set } = Object.fromEntries(pairs)
  return wrongSpan(from, until) ?? wrongSet(set)
}

function wrongSpan(from: string | undefined, until: string | undefined): string | null {
  const wrong = [from, until].find((date) => date !== undefined && !isDate(date))
  if (wrong !== undefined) return `${wrong} is no date of the kind YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`
  if (from === undefined || until === undefined) return null
  if (from.length !== until.length) return 'from and until differ in granularity.'
  return from > until ? 'from is later than until.' : null
}

/** setSpec of OAI-PMH 2.0 (2.6). */
const wrongSet = (set: string | undefined): string | null =>
  set === undefined || /^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/.test(set) ? null : `${set} names no set.`

/** UTCdatetime of OAI-PMH 2.0 (3.3), in either granularity, on a day and at a time that there is. */
function isDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(text)) return false
  const instant = new Date(firstSecond(text))
  return !Number.isNaN(instant.getTime()) && secondOf(instant) === firstSecond(text)
}

const firstSecond = (date: string) => (date.length === 10 ? `${date}T00:00:00Z` : date)
const lastSecond = (date: string) => (date.length === 10 ? `${date}T23:59:59Z` : date)

/** An instant to the second, as the protocol writes it. */
export const secondOf = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`

const refused = (code: OaiCode, sentence: string): OaiRead => ({ attributes: {}, errors: [{ code, sentence }] })
