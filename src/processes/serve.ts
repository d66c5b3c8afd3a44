import type { IncomingMessage, Server } from 'node:http'
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Environment } from '#environment'
import type { Web } from '#web/request.ts'
import { portHalt } from './stand-in.ts'

const grace = 10_000
/** Longer than proxies keep a connection, so that it is they who close it. */
const keepAlive = 65_000
/** A connection on which nothing moves for so long is given up. */
const silence = 120_000

/** Serves the application; resolves when it listens, with what ends it: no new request, and those that run end. */
export async function serve(app: Hono<Web>, environment: Environment): Promise<() => Promise<void>> {
  const server = createAdaptorServer({
    fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
      app.fetch(asPublic(request, environment.url), { address: addressOf(incoming, environment.trustProxy) }),
    // A film may take hours to come; how long headers may take is limited below.
    serverOptions: { requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: keepAlive },
  }) as Server
  server.timeout = silence
  await listen(server, environment)
  return () => close(server)
}

function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portHalt(error, host, port)))
    server.listen(port, host, () => resolve())
  })
}

async function close(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(late)
}

/** Behind a proxy that ends TLS the request came by https, whatever the last hop spoke. */
function asPublic(request: Request, publicUrl: string): Request {
  if (!publicUrl.startsWith('https:') || !request.url.startsWith('http:')) return request
  return new Request(request.url.replace(/^http:/, 'https:'), request)
}

/** The far end of the connection, or behind `proxies` of our own the address that the outermost of them saw. */
export function addressOf(
  incoming: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  proxies: number,
): string {
  const forwarded = [incoming.headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','))
  const chain = [...forwarded.map((address) => address.trim()), incoming.socket.remoteAddress ?? '']
  return chain.at(-1 - Math.min(proxies, chain.length - 1)) ?? ''
}
