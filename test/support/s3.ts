import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import S3rver from 's3rver'
import { freePort } from '#db/port.ts'
import type { S3Place } from '#files'
import { afterFile } from './after-file.ts'
import { freshFolder } from './folder.ts'

/** An S3 of this process with one empty bucket, gone after the test file; returns where it is. */
export async function startS3(): Promise<S3Place> {
  const port = await freePort()
  const bucket = 'rintis'
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: freshFolder(),
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  await server.run()
  afterFile(() => {
    // It would wait for what a killed process had begun to send.
    server.httpServer.closeAllConnections()
    return server.close()
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
    isDirect: true,
  }
}

/** Meets a request on its way to the storage; true when it answered itself. */
export type Meet = (asked: IncomingMessage, answer: ServerResponse) => boolean

/** A line to the storage that a test may spoil; returns the address at its near end. */
export async function startBetween({ endpoint = '' }: S3Place, meet: Meet): Promise<string> {
  const { port } = new URL(endpoint)
  const server = createServer((asked, answer) => {
    if (meet(asked, answer)) return
    const on = request({ port, host: '127.0.0.1', path: asked.url, method: asked.method, headers: asked.headers })
    on.on('error', () => answer.destroy())
    on.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers)
      got.pipe(answer)
    })
    asked.pipe(on)
    asked.on('close', () => asked.complete || on.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterFile(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
