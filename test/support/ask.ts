import type { makeApp } from './app.ts'
import type { Somebody } from './sign-in.ts'

/** What somebody asks of the application: pages, and forms as a browser would post them. */
export const asks = (app: ReturnType<typeof makeApp>, { headers }: Pick<Somebody, 'headers'>) => ({
  open: (path: string) => app.request(path, { headers }),
  post: (path: string, fields: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  /** The page's text; for what a test expects to read. */
  read: async (path: string) => (await app.request(path, { headers })).text(),
})
