import type { Context } from 'hono'
import { forAgency } from '#db'
import { dayIn } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { arkInWords, arkOf, findByArk, mayReadRecordingFile, parseArk } from '#recording'
import { anyone, routes, type Web } from '#web/request.ts'
import { findShownById, type ShownByArk } from './ark-store.ts'
import { ercOf } from './erc.ts'
import { TombstonePage } from './pages/tombstone-page.tsx'
import { pathOfRecording } from './share.ts'
import { findGone } from './tombstone-store.ts'

const mistyped = 'Alamat tetap ini tidak ada. Periksa apakah ada huruf yang salah ketik.'

/**
 * Where a lasting address leads: to the public page, or for whoever may read it to the archive's own. What the public
 * saw once and sees no longer leaves a tombstone. Anything else asks a stranger to sign in, whether it exists or not.
 */
async function resolve(c: Context<Web>): Promise<Response> {
  const { database, now, session } = c.var
  const ark = parseArk(c.req.path.slice(1))
  if (!ark) throw notFound(mistyped)
  const found = await findByArk(database, ark)
  const shown = found && (await findShownById(database, found.id, now))
  if (shown) return c.req.query('info') === undefined ? toPublic(c, shown) : inform(c, shown)
  if (found && session?.actor.agencyId === found.agencyId) {
    const db = forAgency(database, found.agencyId)
    if (await mayReadRecordingFile(db, session.actor, found.id, 'master'))
      return c.redirect(`/dokumentasi/${found.code}`, 302)
  }
  const gone = found && (await findGone(database, { id: found.id }))
  if (gone) return c.render(<TombstonePage gone={gone} />, 410)
  if (session === null) return c.var.askSignIn(c)
  throw notFound(mistyped)
}

const toPublic = (c: Context<Web>, { code }: ShownByArk) => c.redirect(pathOfRecording(code), 302)

function inform(c: Context<Web>, shown: ShownByArk): Response {
  const ark = arkOf(shown)
  const who = `${shown.unitName}, ${shown.agencyName}`
  const when = shown.recordedOn ?? dayIn(shown.zone, shown.createdAt)
  return c.text(ercOf({ who, what: shown.title, when, where: `${c.var.url}/${ark ? arkInWords(ark) : ''}` }))
}

/** Both ways of writing one are read; Hono takes a segment that begins with ":" for a name, and this one doesn't. */
export const arkRoutes = routes()
  .get('/:scheme{[Aa][Rr][Kk]:}/:naan/:name', anyone, resolve)
  .get('/:naan{[Aa][Rr][Kk]:[0-9A-Za-z-]+}/:name', anyone, resolve)
