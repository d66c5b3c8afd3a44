import type { Hono } from 'hono'
import type { Web } from '#web/request.ts'
import { ours } from './app.ts'

/** A browser of its own: it keeps cookies from one request to the next, and comes from one address. */
export type Visitor = {
  cookies: Map<string, string>
  get(path: string): Promise<Response>
  post(path: string, typed?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>
}

/** Somebody who visits the application without a script. */
export function visit(app: Hono<Web>, address = '192.0.2.1'): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...ours, 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0', cookie, ...init.headers }
    const answer = await app.request(path, { ...init, headers }, { address })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    cookies,
    get: (path) => ask(path),
    post: (path, typed = {}, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(typed)) for (const each of [value].flat()) body.append(name, each)
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return ask(path, { method: 'POST', body: body.toString(), headers: { ...type, ...headers } })
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const [name = '', ...value] = pair.split('=')
  if (attributes.some((attribute) => attribute === 'Max-Age=0')) cookies.delete(name)
  else cookies.set(name, value.join('='))
}

/** The values of the hidden fields of a page, by name. */
export const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      unescape_(value ?? ''),
    ]),
  )

const unescape_ = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
