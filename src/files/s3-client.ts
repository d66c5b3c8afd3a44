import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'

/** Where a bucket is and with which key it is opened; the names are those of the environment. */
export type S3Place = {
  /** Undefined for Amazon's own. */
  endpoint: string | undefined
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  forcePathStyle: boolean
  /** Whether browsers reach the endpoint, so that they may be sent there. */
  isDirect: boolean
}

/** The storage said no, or with the status 0 nothing at all. Its message holds no key and no signature. */
export class S3Refused extends Error {
  readonly status: number
  /** What the storage calls it ('AccessDenied'); `ENOENT`, as of a disk, for an object that isn't there. */
  readonly code: string

  constructor({ method = 'GET', key = '' }: S3Call, status: number, code: string, cause?: unknown) {
    const elsewhere = status >= 300 && status < 400 ? ': the bucket lies elsewhere, check the region and endpoint' : ''
    super(`S3 answered ${status} ${code} to ${method} ${key}${elsewhere}`, { cause })
    this.status = status
    this.code = code
  }
}

export type S3Call = {
  method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** Within the bucket; empty for the bucket itself. */
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer>
}

export type S3Client = {
  /** Sends one signed request, again where the line broke or the storage was busy. Throws `S3Refused`. */
  send(call: S3Call): Promise<Response>
  /** An address at which anybody may read the object for so many seconds. */
  sign(key: string, query: Record<string, string>, seconds: number): Promise<string>
}

const attempts = 4
/** Milliseconds until an answer begins: a storage that never answers must hold up nobody for ever. */
const answersWithin = 60_000
/** The same with something to send: a part over a slow line, or parts that are joined. */
const takesWithin = 600_000

/**
 * Speaks to an S3 bucket (signature version 4). The hash of what is sent is part of the signature, so that a body
 * that was changed on its way is refused there.
 */
export function openS3Client(place: S3Place): S3Client {
  const { region, accessKeyId, secretAccessKey } = place
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const addressOf = ({ key = '', query = {} }: S3Call): URL => {
    const url = addressIn(place, key)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return asSigned(url)
  }

  async function once(call: S3Call): Promise<Response> {
    const { method = 'GET', body } = call
    const headers = { ...call.headers, 'x-amz-content-sha256': sha256Of(body) }
    const signed = await signer.sign(addressOf(call), { method, headers, ...(body && { body }) })
    // Not signed, since proxies change it; what is packed on its way has no length. Of a range nobody packs anything.
    if (!signed.headers.has('range')) signed.headers.set('accept-encoding', 'identity')
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(new Error('S3 did not answer')), body ? takesWithin : answersWithin)
    // Followed, a redirect would lead the request, and what it holds, to wherever the answer says.
    const answer = await fetch(signed, { signal: late.signal, redirect: 'manual' }).finally(() => clearTimeout(timer))
    if (answer.ok) return answer
    throw await refusalOf(call, answer)
  }

  return {
    async send(call) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(call)
        } catch (error) {
          if (!isPassing(error)) throw error
          if (attempt === attempts)
            throw error instanceof S3Refused ? error : new S3Refused(call, 0, 'no answer', error)
        }
        await wait(100 * 4 ** attempt * (0.5 + Math.random() / 2))
      }
    },

    async sign(key, query, seconds) {
      const url = addressOf({ key, query: { ...query, 'X-Amz-Expires': String(seconds) } })
      return asSigned(new URL((await signer.sign(url, { aws: { signQuery: true } })).url)).href
    },
  }
}

/** The same query in the letters over which the signature is made: storages differ in how they read others. */
function asSigned(url: URL): URL {
  url.search = url.search.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~')
  return url
}

function addressIn({ endpoint, region, bucket, forcePathStyle }: S3Place, key: string): URL {
  const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`)
  if (!forcePathStyle) url.hostname = `${bucket}.${url.hostname}`
  const root = url.pathname.replace(/\/$/, '')
  url.pathname = forcePathStyle ? `${root}/${bucket}/${key}` : `${root}/${key}`
  return url
}

const sha256Of = (body: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(body ?? '')
    .digest('hex')

async function refusalOf(call: S3Call, answer: Response): Promise<S3Refused> {
  const text = await answer.text()
  const said = /<Code>([\w.-]+)<\/Code>/.exec(text)?.[1] ?? ''
  const isAbsent = answer.status === 404 && call.key && (call.method === 'HEAD' || said === 'NoSuchKey')
  return new S3Refused(call, answer.status, isAbsent ? 'ENOENT' : said || 'no reason')
}

/** A broken line, or a storage that is busy, starting or asks to be asked less often. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof S3Refused) ||
  (error.status >= 500 && error.status !== 501) ||
  error.status === 429 ||
  error.code === 'RequestTimeout'
