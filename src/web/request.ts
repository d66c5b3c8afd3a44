import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import { type Database, type Db, forAgency, readOnly } from '#db'
import { withoutWrites } from '#db/unwritten.ts'
import { type Actor, holds, type Role } from '#kit/actor.ts'
import { type Day, dayIn, type Moment, type Zone } from '#kit/date.ts'
import { conflict, forbidden } from '#kit/refusal.ts'
import { isDrawnForAnother } from './autosave/answers.ts'

/** What is known of whoever is signed in, found once a request. */
export type SignedIn = {
  actor: Actor
  sessionId: string
  name: string
  email: string
  agency: { id: string; slug: string; name: string; zone: Zone; isDemo: boolean }
  /** All agencies that the account may act for, this one among them. */
  agencies: { id: string; name: string }[]
}

export type Web = {
  Bindings: {
    /** The address of the browser's end of the connection, as the server and its trusted proxies saw it. */
    address?: string
    /** Set when a form that met an ended session is shown again after the sign-in. */
    resumed?: boolean
    /** The nonce of the answer that will hold this one. */
    nonce?: string
  }
  Variables: {
    database: Database
    now: Date
    /** The public origin, without a slash at its end (`RINTIS_URL`). */
    url: string
    requestId: string
    /** Nonce of this answer's content security policy. */
    nonce: string
    session: SignedIn | null
    askSignIn: (c: Context<Web>) => Response | Promise<Response>
    /** The next four only behind `signedIn` or `only`. */
    actor: Actor
    db: Db
    zone: Zone
    today: Day
    /** How many notices are unread, where the page has counted them for itself. */
    noticeCount?: number
  }
}

/** The statuses with which a page is drawn. */
export type PageStatus = 200 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
type Drawn = Response | Promise<Response>

declare module 'hono' {
  interface ContextRenderer {
    (page: VNode): Drawn
    (page: VNode, status: PageStatus): Drawn
  }
}

/** A slice's routes: every one of them opens with who may come in (`anyone`, `signedIn`, `only`). */
export const routes = () => new Hono<Web>()

/** Middleware that lets some people in; `access` says whom, for the route list and the house test. */
export type Access = MiddlewareHandler<Web> & { access: string }

const access = (name: string, handler: MiddlewareHandler<Web>): Access => Object.assign(handler, { access: name })

/** Open to the whole world. */
export const anyone: Access = access('anyone', (_, next) => next())

/** For whoever is signed in; the page's or the command's policy decides the rest. */
export const signedIn: Access = access('signed in', async (c, next) => {
  const session = c.get('session')
  if (session === null || isDrawnForAnother(c)) return c.get('askSignIn')(c)
  c.set('actor', session.actor)
  c.set('zone', session.agency.zone)
  c.set('today', dayIn(session.agency.zone, c.get('now')))
  const db = forAgency(c.get('database'), session.actor.agencyId)
  if (c.req.method !== 'GET') {
    // A form that is shown again may be looked at; even a route that forgot so cannot carry it out.
    c.set('db', c.env?.resumed ? withoutWrites(db, notResumed) : db)
    await next()
  } else
    await readOnly(db, (reading) => {
      c.set('db', reading)
      return next()
    })
  // A sheet or a suggestion is as much somebody's own as a page: unless a route says more, nothing keeps it.
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  return undefined
})

const notResumed = () => conflict('Tindakan ini belum dilakukan. Ulangi bila masih perlu.')

/** For whoever holds one of these roles in the agency; others read that it is not theirs. */
export const only = (...roles: Role[]): Access =>
  access(roles.join(', '), (c, next) => {
    const session = c.get('session')
    if (session !== null && !holds(session.actor, ...roles)) throw forbidden()
    return signedIn(c, next)
  })

/** When this request happens; only behind `signedIn` or `only`. */
export const momentOf = (c: Context<Web>): Moment => ({ now: c.get('now'), today: c.get('today') })

/** Every route with who may come in; `access` is null where a route forgot to say so. */
export function accessList(app: Hono<Web>): { method: string; path: string; access: string | null }[] {
  const found = new Map<string, { method: string; path: string; access: string | null }>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const row = found.get(`${method} ${path}`) ?? { method, path, access: null }
    if ('access' in handler) row.access = String(handler.access)
    found.set(`${method} ${path}`, row)
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}
