import type { Context, MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { dayIn } from '#kit/date.ts'
import type { PageStatus, SignedIn, Web } from './request.ts'
import { type Shell, ShellContext } from './shell.tsx'
import { heard } from './toast.ts'

/** What the frame around a page shows of the other rooms, asked when a page is drawn. */
export type Frame = (
  session: SignedIn,
  c: Context<Web>,
) => Promise<Pick<NonNullable<Shell['signedIn']>, 'places' | 'noticeCount' | 'programmeLabel'>>

const defaultZone = 'Asia/Jakarta'

/** Makes `c.render(<Page />, status)` answer with a whole document, in the frame of whoever asks. */
export const documents =
  (frame: Frame, development: boolean): MiddlewareHandler<Web> =>
  async (c, next) => {
    c.setRenderer(async (page: VNode, status: PageStatus = 200) => {
      const shell = await shellOf(c, frame, development)
      const html = render(<ShellContext.Provider value={shell}>{page}</ShellContext.Provider>)
      if (c.var.session !== null) c.header('cache-control', 'no-store')
      return c.html(`<!doctype html>${html}`, status)
    })
    await next()
  }

async function shellOf(c: Context<Web>, frame: Frame, development: boolean): Promise<Shell> {
  const { session, now, nonce, url } = c.var
  const zone = session?.agency.zone ?? defaultZone
  const about = { path: c.req.path, url, nonce, zone, today: dayIn(zone, now), toast: heard(c), development }
  if (session === null) return { ...about, signedIn: null }
  const { name, agency, agencies } = session
  return {
    ...about,
    signedIn: { name, agencyName: agency.name, agencies, accountPath: '/akun', ...(await frame(session, c)) },
  }
}
