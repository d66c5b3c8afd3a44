import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HarvestToken, readOai, secondOf } from './request.ts'
import { readToken, writeToken } from './token.ts'

const key = Buffer.from('only-tests-sign-with-this')
const now = new Date('2026-11-24T02:00:00Z')
const read = (query: string) => readOai([...new URLSearchParams(query)], (text) => readToken(text, key, now))
const codeOf = (query: string) => {
  const answer = read(query)
  return 'errors' in answer ? answer.errors.map(({ code }) => code).join() : 'none'
}
const place: HarvestToken = {
  ...{ from: null, until: '2026-11-24T01:59:59Z', set: 'jenis:video' },
  ...{ changedAt: '2026-11-20T02:00:00Z', arkName: 'r1bcdfghjkm', cursor: 100, total: 250 },
}

describe('a request', () => {
  test.each([
    ['', 'badVerb'],
    ['verb=Nope', 'badVerb'],
    ['verb=toString', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-13-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-29', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-01-01T10:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=0000-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-01-01&until=2021-01-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2021-01-02&until=2021-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=nope', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=nope', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=nope&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-29&until=2020-02-29&set=program:a-b', 'none'],
  ])('%s: %s', (query, code) => {
    expect(codeOf(query)).toBe(code)
  })

  test('is not repeated in the answer when its verb or an argument is wrong, else as it came', () => {
    expect(read('verb=Identify&x=1').attributes).toEqual({})
    expect(read('verb=ListRecords&metadataPrefix=marc21').attributes).toEqual({
      verb: 'ListRecords',
      metadataPrefix: 'marc21',
    })
  })

  test('a day in until lasts to its end', () => {
    expect(read('verb=ListIdentifiers&metadataPrefix=oai_dc&from=2021-04-01&until=2021-04-02')).toMatchObject({
      request: { from: '2021-04-01T00:00:00Z', until: '2021-04-02T23:59:59Z' },
    })
  })

  test('whatever it is, it is understood or refused', () => {
    const name = fc.constantFrom('verb', 'metadataPrefix', 'from', 'until', 'set', 'identifier', 'resumptionToken', 'x')
    const value = fc.oneof(fc.constantFrom('ListRecords', 'GetRecord', 'oai_dc', '2021-01-01'), fc.string())
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const answer = readOai(pairs, (text) => readToken(text, key, now))
        expect('errors' in answer ? answer.errors.length : 1).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a resumption token', () => {
  const asked = (text: string, at = now) => readToken(text, key, at)

  test('says where the harvest stands, for a day', () => {
    const text = writeToken(place, key, now)
    expect(asked(text)).toEqual(place)
    expect(asked(text, new Date('2026-11-25T01:59:00Z'))).toEqual(place)
    expect(asked(text, new Date('2026-11-25T02:01:00Z'))).toBeUndefined()
  })

  test('that somebody changed, or another installation signed, is none', () => {
    const text = writeToken(place, key, now)
    const [body = '', signature = ''] = text.split('.')
    const forged = Buffer.from(JSON.stringify({ ...place, set: null, expires: 9e15 })).toString('base64url')
    for (const wrong of [
      `${forged}.${signature}`,
      body,
      `${text}.x`,
      `${body}.`,
      writeToken(place, Buffer.from('x'), now),
    ])
      expect(asked(wrong)).toBeUndefined()
  })
})

test('an instant is written to the second', () => {
  expect(secondOf(new Date('2026-11-24T02:00:00.999Z'))).toBe('2026-11-24T02:00:00Z')
})
