import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { type Database, forAgency } from '#db'
import type { Actor } from '#kit/actor.ts'
import { Refusal } from '#kit/refusal.ts'
import type { SignedIn, Web } from '#web/request.ts'
import type { Files } from './files.ts'

/** An agency with one account that acts for it, and nobody's person. */
export async function makeActor(database: Database): Promise<Actor> {
  const [agencyId, accountId] = [randomUUID(), randomUUID()]
  await database.query
    .insertInto('agency')
    .values({ id: agencyId, slug: `a-${agencyId}`, name: 'Pustaka' })
    .execute()
  await addAccount(database, accountId)
  return { agencyId, accountId, personId: null, unitId: null, roles: [], standings: [] }
}

/** Another account of the same agency. */
export async function makeColleague(database: Database, actor: Actor): Promise<Actor> {
  const accountId = randomUUID()
  await addAccount(database, accountId)
  return { ...actor, accountId }
}

const addAccount = (database: Database, id: string) =>
  database.query
    .insertInto('account')
    .values({ id, name: 'Sari', email: `${id}@demo.example` })
    .execute()

/** An application in which `who` names the actor that each request comes from; nobody means signed out. */
export function makeApp(database: Database, files: Files, who: { actor: Actor | null }): Hono<Web> {
  const app = new Hono<Web>()
  app.use(async (c, next) => {
    c.set('database', database)
    c.set('files', files)
    c.set('now', new Date('2026-11-24T09:00:00Z'))
    c.set('session', who.actor && sessionOf(who.actor))
    c.set('askSignIn', () => c.redirect('/masuk', 303))
    await next()
  })
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    return c.text(error.sentence, error.reason === 'not-found' ? 404 : 409)
  })
  return app
}

const sessionOf = (actor: Actor): SignedIn => ({
  actor,
  sessionId: '',
  name: 'Sari',
  email: 'sari@demo.example',
  agency: { id: actor.agencyId, slug: 'pustaka', name: 'Pustaka', zone: 'Asia/Jakarta', isDemo: false },
  agencies: [],
})

export const dbOf = (database: Database, actor: Actor) => forAgency(database, actor.agencyId)
