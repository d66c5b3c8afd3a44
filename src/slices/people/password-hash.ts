import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
/** More at once would only take memory: each takes a core. */
const atOnce = 4

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** The password's argon2id hash as PHC text, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await inTurn(() => derive('argon2id', { ...cost, message: password, nonce, tagLength }))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

/** Whether the password is the one that was hashed; false for text that is no PHC of argon2id. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const read = readPhc(hash)
  if (read === null) return false
  const { tag, ...parameters } = read
  const found = await inTurn(() => derive('argon2id', { ...parameters, message: password, tagLength: tag.length }))
  return timingSafeEqual(found, tag)
}

/** Whether the hash was made at another cost than today's, and should be made anew when the password is next seen. */
export function isOutdated(hash: string): boolean {
  const read = readPhc(hash)
  return (
    read === null || read.memory !== cost.memory || read.passes !== cost.passes || read.parallelism !== cost.parallelism
  )
}

function readPhc(text: string) {
  const [, memory, passes, parallelism, nonce, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text) ?? []
  if (nonce === undefined || tag === undefined) return null
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

let running = 0
const waiting: (() => void)[] = []

/** Runs the work when fewer than `atOnce` run, first come, first served. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
