import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { afterFile } from '#test/after-file.ts'
import { openS3Client } from './s3-client.ts'

const secret = 'rahasia/Rintis+1'
const heard: { asked: IncomingMessage; body: Buffer }[] = []
const server = createServer(async (asked, answer) => {
  heard.push({ asked, body: await buffer(asked) })
  if (asked.url?.endsWith('/pindah')) answer.writeHead(307, { location: '/rintis/files/lain' })
  answer.end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterFile(() => {
  server.close()
  server.closeAllConnections()
})
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const client = openS3Client({
  ...{ endpoint, region: 'ap-southeast-3', bucket: 'rintis', forcePathStyle: true, isDirect: true },
  ...{ accessKeyId: 'AKRINTIS', secretAccessKey: secret },
})

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * The signature that a storage computes of what came over the wire, step by step as Amazon writes it down (Signature
 * Version 4): the storage of the other tests asks for none.
 */
function signatureOf(asked: IncomingMessage, query: string[], signed: string[], date: string, payload: string): string {
  const headers = signed.map((name) => `${name}:${asked.headers[name]}\n`).join('')
  const [path = ''] = (asked.url ?? '').split('?')
  const canonical = [asked.method, path, query.toSorted().join('&'), headers, signed.join(';'), payload].join('\n')
  const scope = `${date.slice(0, 8)}/ap-southeast-3/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`)
  return hmac(key, toSign).toString('hex')
}

const queryOf = (asked: IncomingMessage) =>
  (asked.url?.split('?')[1] ?? '')
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))

it.each([
  [
    'a part',
    { method: 'PUT', key: 'files/a/b', query: { partNumber: '2', uploadId: 'a+b/c=' }, body: Buffer.from('isi') },
  ],
  ['a listing', { query: { prefix: 'files/', marker: 'files/a b', uploads: '' } }],
  ['a range', { key: 'files/a/b', headers: { range: 'bytes=1-2' } }],
] as const)('%s is signed with the hash of what is sent', async (_, call) => {
  await client.send(call)
  const { asked, body } = heard.at(-1) ?? {}
  if (!asked || !body) throw new Error('nothing was asked')
  const payload = String(asked.headers['x-amz-content-sha256'])
  expect(payload).toBe(sha256(body))
  const [, signed = '', signature] =
    /SignedHeaders=([^,]+), Signature=(\w+)$/.exec(asked.headers.authorization ?? '') ?? []
  expect(signed).toContain('x-amz-content-sha256')
  expect([asked.headers['accept-encoding'], signed.includes('accept-encoding')]).toEqual(['identity', false])
  const date = String(asked.headers['x-amz-date'])
  expect(signature).toBe(signatureOf(asked, queryOf(asked), signed.split(';'), date, payload))
})

it('an address that is handed out is signed as it is written, names with spaces and quotes too', async () => {
  const as = { 'response-content-disposition': `attachment; filename="a (1) b.pdf"; filename*=UTF-8''%C3%BC%20b` }
  await fetch(await client.sign('files/a/b', as, 300))
  const { asked } = heard.at(-1) ?? {}
  if (!asked) throw new Error('nothing was asked')
  const query = queryOf(asked).filter((pair) => !pair.startsWith('X-Amz-Signature='))
  const signature = queryOf(asked).find((pair) => pair.startsWith('X-Amz-Signature='))
  const date = query.find((pair) => pair.startsWith('X-Amz-Date='))?.split('=')[1] ?? ''
  expect(signature).toBe(`X-Amz-Signature=${signatureOf(asked, query, ['host'], date, 'UNSIGNED-PAYLOAD')}`)
  expect(asked.url).not.toContain(secret)
})

it('a bucket that says it lies elsewhere is not followed there, and this is said', async () => {
  const moved = client.send({ method: 'PUT', key: 'files/a/pindah', body: Buffer.from('rahasia') })
  await expect(moved).rejects.toThrow(/307 .*check the region and endpoint/)
  expect(heard.map(({ asked }) => asked.url)).not.toContain('/rintis/files/lain')
})
