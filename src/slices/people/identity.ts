import { createHash, randomUUIDv7, timingSafeEqual } from 'node:crypto'
import { parseSigned } from 'hono/utils/cookie'
import type { Database } from '#db'
import type { Logger } from '#kit/log.ts'
import type { SignedIn } from '#web/request.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { type JudgePassword, passwordJudge } from './password-list.ts'
import { absoluteLimit } from './session.ts'
import { findSignedIn } from './session-store.ts'

export type IdentitySettings = {
  /** The public origin. */
  url: string
  /** Signs the cookie; `secretOld` is what signed it before. */
  secret: string
  secretOld?: string | undefined
  /** Opens the set-up page while there is no agency. */
  setUpKey: string
  /** A file of breached passwords beside the built-in list (`RINTIS_BREACHED_PASSWORDS`). */
  breachedPasswords?: string | undefined
  now: () => Date
  log: Pick<Logger, 'error'>
}

/** What a browser shows when it signs in. */
export type Browser = { address: string; userAgent: string; cookie: string }

export type SignedInNow = { accountId: string; cookies: string[] }

/** Who is who: sign-in and its cookie are better-auth's, over our tables; see docs/decisions/0006. */
export type Identity = {
  /** The public origin. */
  url: string
  isSetUpKey(key: string): boolean
  judgePassword: JudgePassword
  /** Whoever sent these headers, at `now`; null when signed out. */
  findSession(headers: Headers, now: Date): Promise<SignedIn | null>
  /** Checks the password and opens a session; null when the two do not belong together. */
  signIn(from: { email: string; password: string; remember: boolean }, browser: Browser): Promise<SignedInNow | null>
  /** Ends the browser's session; returns the `Set-Cookie` lines that take its cookies away. */
  signOut(browser: Browser): Promise<string[]>
}

/** Sign-in over the database. Nothing connects before it is used. */
export function identity(database: Database, settings: IdentitySettings): Identity {
  let opening: ReturnType<typeof open> | undefined
  const opened = () => {
    opening ??= open(database, settings)
    return opening
  }
  const secrets = [settings.secret, settings.secretOld].filter((secret) => secret !== undefined)
  return {
    url: settings.url,
    isSetUpKey: (key) => timingSafeEqual(sha256(key), sha256(settings.setUpKey)),
    judgePassword: passwordJudge(settings.breachedPasswords),
    findSession: async (headers, now) => {
      const token = await readToken(headers.get('cookie') ?? '', cookieName(settings.url), secrets)
      return token === null ? null : findSignedIn(database, token, now)
    },
    signIn: async ({ email, password, remember }, browser) => {
      const { api, isAPIError } = await opened()
      try {
        const body = { email, password, rememberMe: remember }
        const { headers, response } = await api.signInEmail({ body, headers: asHeaders(browser), returnHeaders: true })
        return { accountId: response.user.id, cookies: headers.getSetCookie() }
      } catch (error) {
        if (isAPIError(error) && error.status !== 'INTERNAL_SERVER_ERROR') return null
        throw error
      }
    },
    signOut: async (browser) => {
      const { api } = await opened()
      const { headers } = await api.signOut({ headers: asHeaders(browser), returnHeaders: true })
      return headers.getSetCookie()
    },
  }
}

/**
 * Read when somebody first signs in or out: it is the largest of our packages, and of the processes that know this
 * slice most never need it (supervisor, worker, commands).
 */
async function open(database: Database, settings: IdentitySettings) {
  const [{ betterAuth }, { isAPIError }] = await Promise.all([import('better-auth'), import('better-auth/api')])
  return { api: betterAuth(options(database, settings)).api, isAPIError }
}

/** The token in the signed cookie; null when there is none, or none that we signed. */
async function readToken(cookies: string, name: string, secrets: string[]): Promise<string | null> {
  for (const secret of secrets) {
    const token = (await parseSigned(cookies, secret, name))[name]
    if (typeof token === 'string') return token
  }
  return null
}

/** The session's cookie. Browsers take the prefix as a promise: https, this host alone, the whole site. */
export const cookieName = (url: string): string => (url.startsWith('https:') ? '__Host-rintis' : 'rintis-dev')

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

const addressHeader = 'x-rintis-address'

const asHeaders = ({ address, userAgent, cookie }: Browser) =>
  new Headers({ [addressHeader]: address, 'user-agent': userAgent, cookie })

const options = (database: Database, { url, secret, now, log }: Omit<IdentitySettings, 'setUpKey'>) => ({
  appName: 'Rintis',
  baseURL: url,
  secret,
  database: { db: database.query, type: 'postgres' as const },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    maxPasswordLength: 128,
    password: { hash: hashPassword, verify: verifyPassword },
  },
  user: { modelName: 'account' },
  account: { modelName: 'credential', fields: { userId: 'accountId', accountId: 'providerAccountId' } },
  session: {
    fields: { userId: 'accountId' },
    additionalFields: {
      remembered: { type: 'boolean' as const, input: false },
      seenAt: { type: 'date' as const, input: false },
    },
    expiresIn: absoluteLimit(true) / 1000,
    cookieCache: { enabled: false },
  },
  // The time is the application's, so that tests can say what it is.
  databaseHooks: {
    session: {
      create: {
        before: async (session: object, context: { body?: { rememberMe?: boolean } } | null) => {
          const remembered = context?.body?.rememberMe === true
          const at = now()
          const expiresAt = new Date(at.getTime() + absoluteLimit(remembered))
          return { data: { ...session, remembered, expiresAt, seenAt: at, createdAt: at, updatedAt: at } }
        },
      },
    },
  },
  advanced: {
    database: { generateId: () => randomUUIDv7() },
    // Its `__Secure-` prefix would stand before our names.
    useSecureCookies: false,
    defaultCookieAttributes: { secure: url.startsWith('https:') },
    cookies: Object.fromEntries(
      [
        ['session_token', ''],
        ['session_data', '-data'],
        ['account_data', '-account'],
        ['dont_remember', '-brief'],
      ].map(([name, purpose]) => [name, { name: `${cookieName(url)}${purpose}` }]),
    ),
    ipAddress: { ipAddressHeaders: [addressHeader] },
  },
  // The throttle is ours (sign-in-commands.ts).
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' as const, log: (_level: string, message: string) => log.error(message) },
})
